#!/bin/sh
# A getty on a serial port without hardware waits quietly instead of being restarted in a loop.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# BusyBox's own getty would sleep before it gives up; others, like this one, end at once.
file sbin/getty 755 <<'SCRIPT'
#!/bin/sh
echo "$*" >>/tmp/started
stty <"/dev/$3" >/dev/null 2>&1 || exit 1
exec /bin/getty "$@"
SCRIPT
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
S3:2:respawn:/sbin/getty -L 115200 ttyS3 vt100
bad:2:respawn:/bin/false
ag:2:respawn:/sbin/agent
INITTAB
guest '[ -c /dev/ttyS3 ]'	# the kernel makes the node all the same
# By the time that an entry which fails at once has had its ten starts, the getty would too.
eventually serial_has 'Id "bad" respawning too fast'
guest '[ "$(cat /tmp/started | wc -l)" -le 2 ]'
! serial_has 'Id "S3" respawning too fast' || die "the getty was restarted in a loop"
