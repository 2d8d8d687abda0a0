#!/bin/sh
# Wrong usage of telinit prints the usage on standard error, has status 1 and sends nothing.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
usage='{-e VAR[=VAL] | [-t SECONDS] {0|1|2|3|4|5|6|S|s|Q|q|A|a|B|b|C|c|U|u}}'
refused() {
	status=0
	inside "$@" >"$T/out" 2>"$T/err" || status=$?
	equal "status of $*" "$status" 1
	equal "output of $*" "$(cat "$T/out")" ""
	equal "errors of $*" "$(tail -n 1 "$T/err")" "Usage: ${1##*/} $usage"
}
refused telinit
refused telinit ''
refused telinit x
refused telinit D
refused telinit '#'
refused telinit 22
refused telinit 2 4
refused telinit -t 5
refused telinit -e
refused telinit -e INIT_A=1 4
refused telinit -x 4
refused /sbin/telinit -z
refused init
refused init x
refused /sbin/init 2 4
in_level 3
