#!/bin/sh
# Whatever a message contains, terminals get letters in UTF-8 and no commands.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
log_in alice console
# ESC, C1 (as a byte, and in UTF-8), DEL, NUL cannot be; an umlaut in UTF-8 and in Latin-1
start -r +9 "$(printf 'x\033[2Jy\233z \302\233w \177v \303\244 \344.')"
eventually console_has 'in 9 minutes!'
LC_ALL=C tr -d '\r' <"$T/console" | LC_ALL=C grep '^x' >"$T/is"
printf 'x^[[2Jy^[z ^[w ^?v \303\244 \303\244. \n' >"$T/wanted"
cmp "$T/is" "$T/wanted"
# what login programs show is as harmless
inside shutdown -c
eventually nothing_left
start -r +3 "$(printf 'x\033[2Jy')"
eventually test -s "$R/run/nologin"
eventually grep -q '^x^\[\[2Jy' "$R/run/nologin"
