# shellcheck shell=sh
# records.sh - reading utmp and wtmp, for the tests of family t08; sourced after lib.sh.
#
# The layout is checked by t0801, byte for byte; the other tests read what utmpdump(1) makes of it.

# find_records: after boot; sets UTMP and WTMP to the files inside
# shellcheck disable=SC2034
find_records() {
	UTMP=$R/run/utmp
	WTMP=$R/var/log/wtmp
}

# records FILE: one line each: TYPE PID ID USER LINE HOST, "-" for what is empty
records() {
	utmpdump "$1" 2>/dev/null | sed 's/^\[\(.\)\] \[\([0-9]*\)\] \[\(....\)\] \[\(.\{8\}[^]]*\)\] \[\(.\{12\}[^]]*\)\] \[\(.\{20\}[^]]*\)\] .*/\1|\2|\3|\4|\5|\6/' |
		sed 's/ *|/|/g; s/ *$//; s/|0*\([0-9]\)/|\1/; s/||/|-|/g; s/||/|-|/g; s/|$/|-/; s/|/ /g'
}

# has_record FILE LINE: the beginning of one of its lines; count_records FILE LINE: prints how many
has_record() {
	records "$1" | grep -q -e "^$2\\( \\|\$\\)"
}
count_records() {
	records "$1" | grep -c -e "^$2\\( \\|\$\\)" || :
}

# quickest_restart ID: kills its process three times, for the machine may be busy; $best is the least time in ms until
# the next one ran.
# shellcheck disable=SC2154 # lib.sh sets now
quickest_restart() {
	best=10000
	for _ in 1 2 3; do
		old=$(pid_of "$1")
		uptime_ms && began=$now
		kill "$old"
		eventually new_pid "$1" "$old"
		uptime_ms
		[ $((now - began)) -ge "$best" ] || best=$((now - began))
	done
}
