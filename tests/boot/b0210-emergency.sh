#!/bin/sh
# With emergency on the kernel's command line, sulogin runs before everything else; then the boot goes on.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
file sbin/sulogin 755 <<'SCRIPT'
#!/bin/sh
echo "sulogin in level $RUNLEVEL"
exec agent
SCRIPT
qboot -a emergency <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
ag:2:respawn:/bin/sh -c "echo boot went on; exec /sbin/agent"
INITTAB
eventually serial_has 'sulogin in level S'
guest '[ ! -e /proc/1 ]'		# sysinit has not run
guest true
! serial_has 'boot went on' || die "the boot did not wait"
type exit
eventually serial_has 'boot went on'
eventually serial_times ': ready' 2
expect 'N 2' guest 'echo $PREVLEVEL $RUNLEVEL'
