#!/bin/sh
# killall5 -9 catches processes that live for a moment and start the next one.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
put /sbin/hop 755 <<'END'
#!/bin/sh
echo >/run/hopped
/sbin/hop &
END
# not by eight calls of setsid: before it has its session it would be spared, with ours
put /sbin/hops 755 <<'END'
#!/bin/sh
for hopper in 1 2 3 4 5 6 7 8; do
	/sbin/hop &
done
END
boot <<'END'
id:3:initdefault:
a1:3:once:/sbin/hops
END
hopping() {
	rm -f "$R/run/hopped"
	sleep 0.1
	[ -e "$R/run/hopped" ]
}
eventually hopping
for round in 1 2 3 4 5 6 7 8 9 10; do
	inside killall5 -9
	not hopping || die "round $round: it has escaped"
	inside setsid -f /sbin/hops
	eventually hopping
done
inside killall5 -9
