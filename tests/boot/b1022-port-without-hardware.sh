#!/bin/sh
# Neither agetty nor the getty of BusyBox is started in a loop on a serial port without hardware.
# limit: 200 s
# shellcheck source=tests/boot/lib.sh disable=SC2016,SC2154
. "${0%/*}/lib.sh"
# shellcheck source=tests/boot/system.sh
. "$here/system.sh"
make_system
add_program agetty real-agetty
for f in getty agetty; do
	rm -f "$root/sbin/$f"
done
file sbin/getty 755 <<'SCRIPT'
#!/bin/sh
echo "$2" >>/tmp/started.getty
exec /bin/getty "$@"
SCRIPT
file sbin/agetty 755 <<'SCRIPT'
#!/bin/sh
echo "$2" >>/tmp/started.agetty
exec /sbin/real-agetty "$@"
SCRIPT
sed -i '/^S0:/d' "$root/etc/inittab"
file etc/inittab.d/test.tab <<END
ag:2345:respawn:/sbin/agent ttyS0
S2:2345:respawn:/sbin/getty -L 115200 ttyS2 vt100
S3:2345:respawn:/sbin/agetty -L 115200 ttyS3 vt100
bad:2345:respawn:/bin/false
END
boot_system
guest '[ -c /dev/ttyS2 ] && [ -c /dev/ttyS3 ]'	# the kernel makes the nodes all the same
# By the time that an entry which fails at once has had its ten starts, the gettys would too.
eventually serial_has 'Id "bad" respawning too fast'
guest 'cat /tmp/started.* | wc -l'
guest '[ "$(cat /tmp/started.getty | wc -l)" -le 2 ] && [ "$(cat /tmp/started.agetty | wc -l)" -le 2 ]'
! serial_has 'Id "S2" respawning too fast' || die "getty was started in a loop"
! serial_has 'Id "S3" respawning too fast' || die "agetty was started in a loop"
