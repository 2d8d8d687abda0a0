#!/bin/sh
# readbootlog --help and --version say what they should; operands and failures are told.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
readbootlog=$(tool_path readbootlog)
usage='Usage: readbootlog [-h] [-f FILE]'
equal help "$("$readbootlog" --help | head -n 1)" "$usage"
equal version "$("$readbootlog" --version)" "readbootlog (rung) $(cat "$here/../VERSION")"
equal "an operand" "$("$readbootlog" "$T/log" 2>&1 || echo $?)" "$(printf '%s\n1' "$usage")"
equal "no file" "$("$readbootlog" -f "$T/log" 2>&1 || echo $?)" \
	"$(printf 'readbootlog: %s: No such file or directory\n1' "$T/log")"
equal "a folder" "$("$readbootlog" -f "$T" 2>&1 || echo $?)" \
	"$(printf 'readbootlog: %s: Is a directory\n1' "$T")"
echo text >"$T/log"
equal "a full disk" "$("$readbootlog" -f "$T/log" 2>&1 >/dev/full || echo $?)" \
	"$(printf 'readbootlog: standard output: No space left on device\n1')"
