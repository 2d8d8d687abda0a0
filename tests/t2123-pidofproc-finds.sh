#!/bin/sh
# Without a pid file pidofproc finds programs and scripts by themselves, and lists of pids are understood.
# shellcheck disable=SC2016 source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
lsb() {
	_wanted=$1 _text=$2 _errors=$3
	shift 3
	gives "$_wanted" "$_text" "$_errors" sh -c '. /lib/lsb/init-functions; "$@"' - "$@"
}
check() {
	inside rm -f /run/a.pid
	inside cp /bin/sleep /usr/sbin/sleeper1234567890
	put /usr/sbin/a-script 755 <<-END
		#!/bin/sh
		sleeper1234567890 1001 &
		echo \$\$ \$! >/run/a.pid
		wait
	END
	inside sh -c 'a-script & :'
	eventually test -s "$R/run/a.pid"
	read -r script sleeper <"$R/run/a.pid"
	eventually inside [ "/proc/$sleeper/exe" -ef /usr/sbin/sleeper1234567890 ]
	lsb 0 "$sleeper" "" pidofproc /usr/sbin/sleeper1234567890
	lsb 0 "$script" "" pidofproc /usr/sbin/a-script
	lsb 0 "$script" "" pidofproc -p /run/a.pid /usr/sbin/a-script
	lsb 4 "" "-: invalid arguments" pidofproc -x a
	inside kill "$script" "$sleeper"
	eventually not inside test -d "/proc/$sleeper"
	# who reads the script, has another of its name, or asks from within it, does not run it
	put /tmp/waits/a-script 755 <<-'END'
		#!/bin/sh
		echo $$ >/run/waits.pid
		sleep 1004
		:
	END
	inside sh -c 'tail -f /usr/sbin/a-script >/dev/null & echo $! >/run/reader.pid; /tmp/waits/a-script & :'
	eventually test -s "$R/run/waits.pid"
	lsb 3 "" "" pidofproc /usr/sbin/a-script
	put /usr/sbin/asker 755 <<-'END'
		#!/bin/sh
		. /lib/lsb/init-functions
		pidofproc /usr/sbin/asker
	END
	gives 3 "" "" /usr/sbin/asker
	inside sh -c 'kill $(cat /run/reader.pid /run/waits.pid); rm /run/*.pid; pkill -f "[s]leep 1004"'
	# nor does a container, or whatever else has a root directory of its own
	inside sh -c 'mkdir -p /tmp/c/usr/sbin && cp '"$(command -v busybox)"' /tmp/c/usr/sbin/busybox-web &&
		cp /tmp/c/usr/sbin/busybox-web /usr/sbin/ && {
			chroot /tmp/c /usr/sbin/busybox-web sleep 1005 & echo $! >/run/a.pid
		}'
	read -r contained <"$R/run/a.pid"
	eventually inside grep -q web "/proc/$contained/comm"
	lsb 3 "" "" pidofproc /usr/sbin/busybox-web
	inside kill "$contained"
	eventually not inside test -d "/proc/$contained"
	inside rm -r /tmp/c /usr/sbin/busybox-web /run/a.pid
}
boot_services
each_shell check
