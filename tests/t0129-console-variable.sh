#!/bin/sh
# The variable CONSOLE names the console that init and its children use.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/look 755 <<'END'
#!/bin/sh
note "$CONSOLE $(readlink /proc/self/fd/0)"
END
boot --env CONSOLE=/dev/null <<END
id:3:initdefault:
a1:3:once:/sbin/look
END
eventually noted "/dev/null /dev/null"
