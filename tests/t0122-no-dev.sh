#!/bin/sh
# Init works where /dev is empty, and children have descriptors that can be written to.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/look 755 <<'END'
#!/bin/sh
echo hello && echo hello >&2 && note fine
END
boot --no-dev <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:wait:/sbin/look
END
eventually running a1
eventually in_level 3
eventually test -e "$R/run/notes"
