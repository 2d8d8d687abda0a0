#!/bin/sh
# Root and the other disks are checked as fstab, files and kernel words say; what fsck reports decides who is asked.
# limit: 120 s
# shellcheck source=tests/scripts.sh disable=SC2016
. "${0%/*}/scripts.sh"
boot_scripts
# What decides is the root of the test; no disk is needed to see what would be done.
fakes() {
	fake mount
	fake sulogin
	fake reboot
	fake sleep
	fake fsck <<-'END'
		exit "$(cat /run/result)"
	END
}
result() {
	echo "$1" | put /run/result
}
tries() {
	fakes
	printf '%s\n' '# disks' '/dev/a / ext4 defaults 0 1' '/dev/b /b ext4 defaults 0 2' '/dev/c /c vfat noauto 0 2' \
		'/dev/d /d vfat nofail 0 2' '/dev/e /e ext4 defaults 0 0' '/dev/f /f xfs defaults 0 1' | put /etc/fstab
	# a root in memory is nobody's business
	is 0 checkroot start
	notes_are
	echo 'in_memory() { fs_options=ro; return 1; }; has_word() { [ "$1" = "${KERNEL-}" ]; }' |
		put /etc/default/checkroot
	result 0
	is 0 checkroot start
	is 0 checkroot start
	noted_is 'fsck -a -T -t ext4 /dev/a' 'mount -n -o remount,rw,defaults /' \
		'fsck -a -T -t ext4 /dev/a' 'mount -n -o remount,rw,defaults /'
	for one in 1 32; do
		result $one
		is 0 checkroot start
		noted_is 'fsck -a -T -t ext4 /dev/a' 'mount -n -o remount,rw,defaults /'
	done
	result 3
	is 0 checkroot start restarting
	noted_is 'fsck -a -T -t ext4 /dev/a' 'mount -n -o remount,ro /' 'reboot -d -f -n' 'sleep 60' \
		'mount -n -o remount,rw,defaults /'
	result 4
	is 0 checkroot start 'checkroot: fsck /dev/a: status 4; repair it by hand, the machine restarts then'
	noted_is 'fsck -a -T -t ext4 /dev/a' 'sulogin --help' sulogin 'mount -n -o remount,ro /' \
		'reboot -d -f -n' 'sleep 60' 'mount -n -o remount,rw,defaults /'
	result 0
	inside touch /forcefsck
	is 0 checkroot start
	noted_is 'fsck -a -f -T -t ext4 /dev/a' 'mount -n -o remount,rw,defaults /'
	inside touch /fastboot
	is 0 checkroot start
	noted_is 'mount -n -o remount,rw,defaults /'
	inside rm /fastboot /forcefsck
	inside sh -c 'echo FSCKFIX=yes >>/etc/default/checkroot'
	is 0 checkroot start
	noted_is 'fsck -y -T -t ext4 /dev/a' 'mount -n -o remount,rw,defaults /'

	# the others: by number, not the root, not what is noauto, not 0, not an absent nofail
	is 0 checkfs start
	is 0 checkfs start
	noted_is 'fsck -a -T -t xfs /dev/f' 'fsck -a -T -t ext4 /dev/b' 'fsck -a -T -t xfs /dev/f' 'fsck -a -T -t ext4 /dev/b'
	result 4
	is 0 checkfs start 'checkfs: not clean: /dev/f (status 4) /dev/b (status 4); repair by hand, the boot goes on then'
	noted_is 'fsck -a -T -t xfs /dev/f' 'fsck -a -T -t ext4 /dev/b' 'sulogin --help' sulogin
	inside touch /fastboot
	is 0 checkfs start
	notes_are
	inside test ! -e /fastboot || die "fastboot is for one boot"
	inside touch /forcefsck
	result 1
	is 0 checkfs start
	noted_is 'fsck -a -f -T -t xfs /dev/f' 'fsck -a -f -T -t ext4 /dev/b'
	inside test ! -e /forcefsck || die "forcefsck is for one boot"
	# without fsck, what it would call; without that, nothing
	remove fsck
	fake fsck.ext4
	is 0 checkfs start
	noted_is 'fsck.ext4 -a /dev/b'
	remove fsck.ext4
	is 0 checkfs stop
	is 0 checkfs stop
	inside rm -f /etc/fstab /etc/default/checkroot /etc/default/rcS /run/notes
	is 0 checkfs start
	is 0 checkroot stop
	is 0 checkroot stop
	inside sh -c 'cd /sbin && rm -f mount sulogin reboot sleep fsck fsck.*'
}
inside sh -c 'rm -f /usr/sbin/fsck.* /sbin/fsck.*'
each_shell_tries tries
