#!/bin/sh
# Init works where /dev is empty, and its children have descriptors 0 to 2 all the same.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/look 755 <<'END'
#!/bin/sh
for fd in 0 1 2; do [ -e "/proc/$$/fd/$fd" ] || exit; done
note fine
END
boot --no-dev <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:wait:/sbin/look
END
eventually running a1
eventually in_level 3
eventually noted fine
