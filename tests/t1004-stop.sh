#!/bin/sh
# stop=SIGNAL is sent instead of SIGTERM, by name in either case, with or without SIG, or number.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
# heed ID: notes which of some signals comes, and ends
put /sbin/heed 755 <<'END'
#!/bin/sh
for signal in HUP INT QUIT USR1 USR2 TERM WINCH; do
	trap "note $1 $signal; exit" "$signal"
done
note "$1 ready"
while :; do sleep 0.05; done
END
boot <<END
id:3:initdefault:
a1:3:respawn,stop=INT:/sbin/heed a1
a2:3:respawn,stop=sigusr1:/sbin/heed a2
a3:3:respawn,stop=12:/sbin/heed a3
a4:3:respawn,stop=Quit:/sbin/heed a4
a5:3:respawn:/sbin/heed a5
a6:3:respawn,stop=SIGHUP:/sbin/heed a6
a7:3:respawn,stop=kill:/sbin/heed a7
END
for entry in a1 a2 a3 a4 a5 a6 a7; do
	eventually noted "$entry ready"
done
seven=$(pid_of a7)
telinit -t 20 4
eventually noted "a1 INT"
eventually noted "a2 USR1"
eventually noted "a3 USR2"
eventually noted "a4 QUIT"
eventually noted "a5 TERM"
eventually noted "a6 HUP"
eventually not alive "$seven"
equal "notes of signals" "$(grep -vc ready "$R/run/notes")" 6
