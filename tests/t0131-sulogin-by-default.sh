#!/bin/sh
# Without an entry for level S there is sulogin.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/sulogin 755 <<'END'
#!/bin/sh
exec /sbin/gate sulogin
END
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
telinit -t 1 S
eventually noted "gate sulogin"
