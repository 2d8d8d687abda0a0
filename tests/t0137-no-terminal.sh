#!/bin/sh
# Entries of ordinary levels have the console as 0 to 2, but no controlling terminal.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/look 755 <<'END'
#!/bin/sh
(: </dev/tty) 2>/dev/null && note terminal
note "$(readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2 | tr '\n' ' ')"
END
boot <<END
id:3:initdefault:
a1:3:wait:/sbin/look
END
eventually noted "/dev/console /dev/console /dev/console "
not noted terminal
