#!/bin/sh
# A level change stops the whole process group of an entry.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/family 755 <<'END'
#!/bin/sh
sleep 1009 &
exec /bin/sleep 1001
END
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/family
END
eventually runs "sleep 1009"
child=$(pids_running "sleep 1009")
telinit -t 2 2
eventually not alive "$child"
