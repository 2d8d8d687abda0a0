#!/bin/sh
# reboot -k starts the loaded kernel in level 6 or with -f only; else it says so and fails.
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
status=0
inside reboot -k 2>"$T/said" || status=$?
equal status "$status" 1
grep -q -e '-k needs -f' "$T/said"
[ ! -e "$R/run/notes" ]
in_level 3
inside strace -o /run/trace -e trace=reboot setpriv --bounding-set -sys_boot reboot -k -f 2>"$T/errors"
grep -m 1 'reboot(' "$R/run/trace" | grep -q KEXEC
