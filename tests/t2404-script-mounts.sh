#!/bin/sh
# Local file systems are mounted before network ones, and unmounted in reverse, blanks in their names included.
# limit: 120 s
# shellcheck source=tests/scripts.sh disable=SC2016
. "${0%/*}/scripts.sh"
boot_scripts
tries() {
	inside mkdir -p /mnt/a /mnt/n "/mnt/b c" /mnt/a/d
	printf '%s\n' 'a /mnt/a tmpfs mode=700 0 0' 'n /mnt/n tmpfs _netdev 0 0' 'x /mnt/x tmpfs noauto 0 0' \
		'b /mnt/b\040c tmpfs defaults 0 0' | put /etc/fstab
	is 3 mountall status
	is 0 mountall start
	is 0 mountall start
	is 0 mountall status mounted
	mounts() {
		inside sed -n 's,^[^ ]* \(/mnt[^ ]*\) .*,\1,p' /proc/mounts | tr '\n' ' '
	}
	equal mounted "$(mounts)" '/mnt/a /mnt/b\040c '
	is 0 mountnfs start
	is 0 mountnfs start
	equal mounted "$(mounts)" '/mnt/a /mnt/b\040c /mnt/n '
	is 0 mountall stop
	is 0 mountnfs stop
	is 0 mountnfs stop
	inside mkdir /mnt/a/d
	inside mount -t tmpfs d /mnt/a/d
	fake halt
	fake swapoff
	is 0 umountnfs stop
	noted_is 'halt -w'
	is 0 umountfs start
	is 0 umountroot start
	is 0 umountfs stop
	is 0 umountfs stop
	equal mounted "$(mounts)" ''
	for one in /proc /dev /run; do
		inside grep -q " $one " /proc/mounts || die "$one is gone"
	done
	inside rm -f /etc/fstab /run/notes
	# /tmp is where the programs of the test are
	is 0 mountall start

	is 0 swap start
	printf 'f none swap sw 0 0\n' | put /etc/fstab
	fake swapon
	is 0 swap start
	is 0 swap start
	noted_is 'swapon -a -e' 'swapon -a -e'
	remove swapon
	is 5 swap start
	inside rm /etc/fstab
}
# the overlay of the test stays
echo 'kept() { case $1 in /mnt/*) return 1 ;; esac; }' | put /etc/default/umountfs
each_shell_tries tries
