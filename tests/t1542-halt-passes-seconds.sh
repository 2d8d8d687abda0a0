#!/bin/sh
# -t is passed on to shutdown.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
put /sbin/shutdown 755 <<'SCRIPT'
#!/bin/sh
note "$*"
SCRIPT
boot <<INITTAB
id:3:initdefault:
zz:06:respawn:/bin/sleep 1000
INITTAB
eventually in_level 3
inside reboot -t 7
eventually noted "-r -t 7 now"
inside poweroff -t 8
eventually noted "-h -P -t 8 now"
