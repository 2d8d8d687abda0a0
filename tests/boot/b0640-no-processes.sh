#!/bin/sh
# With no process to be had for ten seconds a killed child is back at once, and requests act when there is one again.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/boot.sh
. "${0%/*}/../fault/boot.sh"
pulse_words
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
s2::sysinit:/bin/mkdir /tmp/cgroup
s3::sysinit:/bin/mount -t cgroup2 cgroup /tmp/cgroup
ag:23:respawn:/sbin/agent
$(pulse_lines)
INITTAB
# all of init's and init itself in a group of no more than 60
guest 'cd /tmp/cgroup; echo +pids >cgroup.subtree_control; mkdir all;
	for proc in /proc/[0-9]*; do
		echo "${proc#/proc/}" >all/cgroup.procs 2>/dev/null;
	done;
	echo 60 >all/pids.max; grep -qx 1 all/cgroup.procs'
# a tenth of that on an idle machine; less than the ten seconds on any
most=2000
[ -z "${RUNG_SLOW-}" ] || most=$((most * 3))
guest "pulse 1 hoard 10 $most" || die "init does not react"
guest 'grep -q "max [1-9]" all/pids.events' || die "there was no shortage"
pulse c
