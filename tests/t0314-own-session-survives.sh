#!/bin/sh
# A process that has moved to a session of its own survives the level change.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/family 755 <<'END'
#!/bin/sh
setsid sleep 1009 &
exec /bin/sleep 1001
END
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/family
END
eventually runs "sleep 1009"
child=$(pids_running "sleep 1009")
telinit -t 1 2
eventually in_level 2
eventually not runs "/bin/sleep 1001"
alive "$child"
