#!/bin/sh
# A root that fstab wants read-only stays so: the system boots, runs services and powers off.
# limit: 200 s
# shellcheck source=tests/boot/lib.sh disable=SC2016,SC2154
. "${0%/*}/lib.sh"
# shellcheck source=tests/boot/system.sh
. "$here/system.sh"
make_system
with_disk
echo '/dev/nvme0n1 / ext4 ro 0 1' | file etc/fstab
rm -rf "${root:?}/var"
mkdir "$root/var"
boot_system
log_in
enter 'mount'
shown '/ type ext4 (ro' || die "/ is not read-only"
shown ' on /var type tmpfs' || die "no /var"
enter 'service --status-all'
for one in syslog cron klog; do
	shown " [ + ]  $one" || die "$one does not run"
done
enter 'logger kept in memory; grep -c "kept in memory" /var/log/messages; grep -c reboot /var/log/wtmp'
shown 1 2 || die "no logs"
! serial_has FAILED || die "a script failed"
type poweroff
eventually ended
serial_has 'Power down'
