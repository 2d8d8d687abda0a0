#!/bin/sh
# The throwaway system cannot change this machine.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# a link that leads to a file of this machine, and then is written through
echo precious >"$T/victim"
echo replaceable | put "$T/victim"
ln -s "$T/victim" "$T/skel/victim"
mkdir "$T/two" && echo new >"$T/two/victim"
boot --copy "$T/two" <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
equal "the file that the link leads to" "$(cat "$T/victim")" precious
equal "the file of that name inside" "$(inside cat "$T/victim")" new
not inside test -e "$T/console"
not inside touch /usr/written /bin/written 2>/dev/null
not inside sh -c 'echo x >/proc/sys/kernel/hostname' 2>/dev/null
not inside test -e /dev/kmsg
not inside test -e /sys/kernel
# sys_module, sys_rawio, sys_time, mac_admin, syslog, wake_alarm: not to be had
bounding=$(sed -n 's/^CapBnd:[[:space:]]*//p' "/proc/$INIT_PID/status")
for bit in 16 17 25 33 34 35; do
	[ $((0x$bounding >> bit & 1)) -eq 0 ] || die "capability $bit can be had"
done
for space in pid mnt uts ipc net cgroup; do
	[ "$(readlink "/proc/$INIT_PID/ns/$space")" != "$(readlink "/proc/$$/ns/$space")" ] ||
		die "the $space namespace is this machine's"
done
