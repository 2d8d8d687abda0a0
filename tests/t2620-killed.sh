#!/bin/sh
# An engine that is killed in the middle starts nothing twice and leaves nothing out when it is started again.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
boot_services
n=0
while [ $n -lt 30 ]; do
	n=$((n + 1))
	needs=
	[ $n -le 3 ] || needs=s$((n - 3))
	script "s$n" "Required-Start: $needs" <<-END
		echo "s$n" >>/run/notes
		sleep 0.0$((n % 7))
	END
	link 2 "S01s$n"
done
# each time it gets a little further
rounds=0
until [ "$rounds" -ge 40 ]; do
	rounds=$((rounds + 1))
	inside sh -c "rcrun 2 >>/run/out 2>&1 & sleep 0.0$((rounds % 10)); kill -KILL \$! 2>/dev/null && wait" || :
	! inside tail -n 1 /run/rc/journal | grep -q ' done ' || break
done
[ "$rounds" -gt 1 ] || die "it was never killed in the middle"
[ "$rounds" -lt 40 ] || inside rcrun 2 >"$T/out" 2>&1
# what was begun by one that was killed may still be on its way
all_there() {
	[ "$(wc -l <"$R/run/notes")" -ge 30 ]
}
eventually all_there
equal "those that were started" "$(sort "$R/run/notes" | uniq -c | awk '{ print $1 }' | sort -u)" 1
equal "their number" "$(wc -l <"$R/run/notes")" 30
inside grep -q "did not come to its end; what it has started is not started again" /run/out || die "it was not told"
# a line that was cut short, or is not ours, does not disturb
inside sh -c 'rm /run/notes; { echo "1 level 2 N"; echo "2 start s1 start"; echo "3 start s2 start 77 - S01s2"; echo nonsense; echo "9x start s3 start 1 - x"; } >/run/rc/journal'
inside rcrun 2 >"$T/out" 2>&1
equal "those that were not started then" "$(wc -l <"$R/run/notes")" 29
noted s1
not noted s2
noted s3
