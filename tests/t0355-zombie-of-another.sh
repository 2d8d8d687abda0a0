#!/bin/sh
# A dead member of the group that its own parent never buries does not hold up a level change.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/family 755 <<'END'
#!/bin/sh
sh -c 'sleep 1009 & exec setsid sleep 1008' &
exec /bin/sleep 1001
END
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/family
a2:2:once:/sbin/note a2
END
eventually runs "sleep 1008"
eventually runs "sleep 1009"
eventually runs "/bin/sleep 1001"
telinit -t 60 2
eventually noted a2
runs "sleep 1008"
