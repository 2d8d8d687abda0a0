#!/bin/sh
# An entry that is being stopped is not started again when it obeys late.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/slow 755 <<'END'
#!/bin/sh
trap 'sleep 0.3; exit' TERM
note slow
while :; do sleep 0.05; done
END
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/slow
a2:2:once:/sbin/note a2
END
eventually noted slow
telinit 2
eventually noted a2
never_within 200 not noted_times 1 slow
not running a1
