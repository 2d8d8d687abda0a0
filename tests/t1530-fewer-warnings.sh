#!/bin/sh
# With -q warnings come at ten and at five minutes, with -Q none before the end.
# limit: 120 s
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
rung_only	# others sleep a minute at a time: at this speed they drift over the borders
boot_levels
log_in alice console
hurried true
# warns MINUTES ARGUMENT...: that many are left in its warnings
warns() {
	wanted=$1
	shift
	: >"$T/console"
	hurried shutdown -k "$@" </dev/null >"$T/said" 2>&1 || die "shutdown $*: status $?"
	eventually console_has 'NOW!'
	is=$(tr -d '\r' <"$T/console" | sed -n 's/.*DOWN to maintenance mode in \([0-9]*\) minutes*!/\1/p' |
		paste -s -d ' ')
	equal "warnings of $*" "$is" "$wanted"
}
warns '10 5' -q +16
warns '11 10 5' -q +11
warns '' -Q +16
