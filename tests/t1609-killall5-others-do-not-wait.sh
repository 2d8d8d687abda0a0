#!/bin/sh
# killall5 waits after SIGTERM and SIGKILL only: a SIGHUP or SIGCONT is delivered and that is all.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
put /sbin/hardy 755 <<'END'
#!/bin/sh
trap 'note hup' HUP
note ready
while :; do sleep 0.05; done
END
boot <<'END'
id:3:initdefault:
a1:3:once:/sbin/hardy
END
eventually noted ready
# ten rounds in a time in which one that waits makes two
uptime_ms
began=$now
for round in 1 2 3 4 5 6 7 8 9 10; do
	inside killall5 -18 || die "round $round"
done
uptime_ms
[ $((now - began)) -lt 5000 ] || die "it took $((now - began)) ms"
inside killall5 -1
eventually noted hup
