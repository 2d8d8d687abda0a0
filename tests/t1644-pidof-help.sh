#!/bin/sh
# pidof --help and --version say what they should; a bad pid for -o is named.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
pidof=$(tool_path pidof)
equal help "$("$pidof" --help | head -n 1)" 'Usage: pidof [-cnqsxz] [-d SEPARATOR] [-o PID[,PID]...] PROGRAM...'
equal version "$("$pidof" --version)" "pidof (rung) $(cat "$here/../VERSION")"
equal "a bad pid" "$("$pidof" -o 1,nil -q none 2>&1)" 'pidof: -o nil: not a pid, ignored'
equal "no program" "$("$pidof" 2>&1)" 'Usage: pidof [-cnqsxz] [-d SEPARATOR] [-o PID[,PID]...] PROGRAM...'
