#!/bin/sh
# bootlogd -s has each line on the disk at once: it survives the power being cut.
# shellcheck source=tests/boot/bootlogd.sh disable=SC2016
. "${0%/*}/bootlogd.sh"
command -v debugfs >/dev/null || PATH=$PATH:/sbin:/usr/sbin
command -v debugfs >/dev/null || skip "no debugfs"
boot_for_log -r ext4
guest 'bootlogd -s -c -l /var/log/boot'
guest 'echo precious >/dev/console'
guest_log ': precious' /var/log/boot
monitor quit
eventually ended
e2fsck -p "$T/disk" >/dev/null 2>&1 || [ $? -eq 1 ]	# the journal
debugfs -R 'cat /var/log/boot' "$T/disk" 2>/dev/null | grep -q ': precious'
