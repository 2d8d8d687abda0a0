#!/bin/sh
# A script that sends SIGTERM and sleeps a second at a time while SIGCONT finds somebody sleeps no more.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
put /sbin/slow 755 <<'END'
#!/bin/sh
trap 'sleep 0.3; exit' TERM
note ready
while :; do sleep 0.05; done
END
put /sbin/sendsigs 755 <<'END'
#!/bin/sh
killall5 -15 -o 99999999
for round in 1 2 3 4 5 6 7 8 9 10; do
	killall5 -18 -o 99999999 || break
	note slept
	sleep 1
done
note "done $round"
note finished
END
boot <<'END'
id:3:initdefault:
a1:3:once:/sbin/slow
END
eventually noted ready
inside setsid -f /sbin/sendsigs || :	# setsid may be hit
eventually noted finished
noted "done 1"
not noted slept
