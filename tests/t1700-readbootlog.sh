#!/bin/sh
# readbootlog prints a log without what drives terminals.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
readbootlog=$(tool_path readbootlog)
printf 'Mon Jan  1 00:00:00 2024: \033[32mgreen\033[0m\r\nx\033]0;title\007y\n\033(Bz a\bb\007\n\tcaf\303\251\nend' >"$T/log"
"$readbootlog" -f "$T/log" >"$T/got"
printf 'Mon Jan  1 00:00:00 2024: green\nxy\nz ab\n\tcaf\303\251\nend' | cmp - "$T/got"
