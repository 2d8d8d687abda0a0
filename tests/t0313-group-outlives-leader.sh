#!/bin/sh
# A member of the group that ignores SIGTERM is killed although its leader has obeyed.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/family 755 <<'END'
#!/bin/sh
(trap '' TERM && exec sleep 1009) &
exec /bin/sleep 1001
END
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/family
END
eventually runs "sleep 1009"
eventually runs "/bin/sleep 1001"
child=$(pids_running "sleep 1009")
telinit -t 1 2
eventually not alive "$child"
