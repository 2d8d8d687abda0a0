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
