# shellcheck shell=sh disable=SC2034,SC2154
# lib.sh - what the tests "never blocks" (t13) begin with, after tests/lib.sh; rung only.
#
#	pulse_lines	printed into an inittab: a child to kill, and one for each class a, b and c
#	harm WORDS	does harm inside, see harm.c; harm_lasts WORDS: in the background, returns when it is done
#	pulse LETTER	the killed child is back, and class LETTER acts, within 100 ms (see pulse.c); prints how soon
rung_only	# it promises what no other init does
command -v "${CC:-cc}" >/dev/null || skip "no compiler"

for _program in harm pulse; do
	"${CC:-cc}" -O1 -g -Wall -Wextra -o "$T/$_program" "$here/fault/$_program.c" || die "$_program does not build"
done
put /sbin/harm 755 <"$T/harm"

pulse_lines() {
	cat <<-'END'
		a1:23:respawn:/bin/sleep 1001
		da:a:ondemand:/bin/sleep 1002
		db:b:ondemand:/bin/sleep 1003
		dc:c:ondemand:/bin/sleep 1004
	END
}

harm() {
	inside /sbin/harm "$@"
}

harm_lasts() {
	: >"$T/harm.said"
	inside setpriv --pdeathsig KILL /sbin/harm "$@" >"$T/harm.said" 2>&1 &
	harm_pid=$!
	eventually _harm_is_done
}
_harm_is_done() {
	grep -q ready "$T/harm.said" || {
		alive "$harm_pid" || die "harm: $(cat "$T/harm.said")"
		return 1
	}
}

# in milliseconds; a sanitizer has memory of its own to copy at each fork
pulse_limit=100
[ -z "${RUNG_SLOW-}" ] || pulse_limit=$((pulse_limit * 3))
! grep -q __asan_init "$INIT" || pulse_limit=$((pulse_limit * 10))

pulse() {
	case $1 in
	a) set -- a 1002 ;;
	b) set -- b 1003 ;;
	c) set -- c 1004 ;;
	esac
	"$T/pulse" "$INIT_PID" "$1" "$2" "$pulse_limit" || die "init does not react"
}
