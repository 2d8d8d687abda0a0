#!/bin/sh
# The scripts of host name, modules, settings of the kernel and clock do what their files say, and tell what they cannot.
# limit: 120 s
# shellcheck source=tests/scripts.sh disable=SC2016
. "${0%/*}/scripts.sh"
boot_scripts
inside rm -rf /usr/lib/sysctl.d /usr/lib/modules-load.d
tries() {
	# hostname
	inside hostname rung
	echo rung | put /etc/hostname
	printf '# the name\n\nmachine1\n' | put /etc/hostname
	is 3 hostname status
	is 0 hostname start
	is 0 hostname start
	equal name "$(inside uname -n)" machine1
	is 0 hostname status machine1
	inside rm /etc/hostname
	is 6 hostname start
	is 0 hostname stop
	is 0 hostname stop

	# modules: a file in /etc hides one of the same name, parameters are passed, a missing one is told
	is 6 modules start
	inside mkdir -p /etc/modules-load.d /usr/lib/modules-load.d
	printf '# ours\nloop max_loop=4\n\nno-such\n' | put /etc/modules
	echo hidden | put /usr/lib/modules-load.d/a.conf
	echo seen | put /etc/modules-load.d/a.conf
	echo no-file | put /etc/modules-load.d/a.bak
	is 5 modules start
	fake modprobe <<-'END'
		[ "$1" != no-such ]
	END
	is 1 modules start 'modules: no-such: not loaded'
	noted_is 'modprobe loop max_loop=4' 'modprobe no-such' 'modprobe seen'
	echo loop | put /etc/modules
	is 0 modules start
	is 0 modules stop
	inside rm -rf /etc/modules /etc/modules-load.d /usr/lib/modules-load.d
	inside rm -f /run/notes
	remove modprobe

	# procps: the real /proc/sys must not be written to
	inside mount -t tmpfs sys /proc/sys
	inside mkdir -p /proc/sys/net/a.b /proc/sys/kernel /etc/sysctl.d /usr/lib/sysctl.d
	: | put /proc/sys/kernel/first
	: | put /proc/sys/net/a.b/second
	: | put /proc/sys/kernel/third
	is 6 procps start
	echo 'kernel.first = vendor' | put /usr/lib/sysctl.d/10.conf
	printf '; a remark\nkernel.first=1\n-kernel.missing/one = 1\nnet/a.b/second =  two words \n' |
		put /etc/sysctl.d/10.conf
	printf 'kernel.third = 3' | put /etc/sysctl.conf
	is 0 procps start
	is 0 procps start
	is 0 procps reload
	equal first "$(inside cat /proc/sys/kernel/first)" 1
	equal second "$(inside cat /proc/sys/net/a.b/second)" 'two words'
	equal third "$(inside cat /proc/sys/kernel/third)" 3
	inside chmod 700 /proc/sys
	printf 'kernel/no/such = 1\nnonsense\n' | put /etc/sysctl.conf
	is 1 procps start "procps: kernel/no/such: cannot be set to '1'"
	out_has "procps: /etc/sysctl.conf: 'nonsense': a line is KEY = VALUE"
	is 0 procps stop
	inside umount /proc/sys
	inside rm -rf /etc/sysctl.conf /etc/sysctl.d /usr/lib/sysctl.d

	# hwclock
	is 5 hwclock start
	fake hwclock
	is 6 hwclock start
	inside ln -s null /dev/rtc0
	is 0 hwclock start
	is 0 hwclock stop
	noted_is 'hwclock -s -u' 'hwclock -w -u'
	printf '0 0 0\n0\nLOCAL\n' | put /etc/adjtime
	is 0 hwclock stop
	is 0 hwclock stop
	noted_is 'hwclock -w -l' 'hwclock -w -l'
	fake hwclock <<-'END'
		exit 1
	END
	is 1 hwclock start
	inside rm -f /etc/adjtime /dev/rtc0 /run/notes
	remove hwclock
}
each_shell_tries tries
