#!/bin/sh
# Entries of level S have the console as their controlling terminal.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/look 755 <<'END'
#!/bin/sh
(: </dev/tty) 2>/dev/null && note terminal
exec gate s
END
boot <<END
id:3:initdefault:
~~:S:wait:/sbin/look
END
eventually in_level 3
telinit S
eventually noted "gate s"
noted terminal
