#!/bin/sh
# The options of entries count after an exec of init as before it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
put /sbin/opts 755 <<'END'
#!/bin/sh
trap 'echo got USR1 >>/run/notes' USR1
trap '' TERM
echo runs >>/run/notes
while :; do sleep 0.1; done
END
boot <<END
id:3:initdefault:
a1:3:respawn,grace=1,stop=USR1:/sbin/opts
END
eventually noted runs
for way in upgrade crash; do
	survive $way
	old=$(pid_of a1) && kill -KILL "$old"
	eventually new_pid a1 "$old"
done
eventually noted_times 3 runs
old=$(pid_of a1)
uptime_ms && began=$now
telinit -t 60 4
eventually noted "got USR1"
eventually not alive "$old"
uptime_ms
[ $((now - began)) -lt 5000 ] || die "the grace took $((now - began)) ms"
