#!/bin/sh
# An init that is started without open descriptors works, and its children have theirs.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/look 755 <<'END'
#!/bin/sh
for fd in 0 1 2; do [ -e "/proc/self/fd/$fd" ] || exit; done
note "$(readlink /proc/self/fd/0)"
END
boot --no-fds <<END
id:3:initdefault:
a1:3:once:/sbin/look
END
eventually noted /dev/console
eventually console_has "Entering runlevel: 3"
