#!/bin/sh
# A script that sends SIGTERM and sleeps a second at a time while SIGCONT finds somebody sleeps no more.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
put /sbin/slow 755 <<'END'
#!/bin/sh
trap 'sleep 0.1; exit' TERM
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
END
eventually in_level 3
# no entry: what records the death of one would be somebody
inside setsid -f /sbin/slow
eventually noted ready
alone() {
	[ "$(find "$R/proc" -maxdepth 1 -name '[0-9]*' | wc -l)" -le 3 ]	# init, slow, its sleep
}
eventually alone
apart /sbin/sendsigs
eventually noted finished
noted "done 1"
not noted slept
