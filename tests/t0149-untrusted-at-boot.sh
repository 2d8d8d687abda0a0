#!/bin/sh
# A table that others can write is used at boot all the same, with a message: there is nothing else.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
# the emergency shell comes before the table is read
put /sbin/sulogin 755 <<'END'
#!/bin/sh
chmod 666 /etc/inittab
END
boot -- -b <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
eventually console_has "/etc/inittab: writable by others than root"
