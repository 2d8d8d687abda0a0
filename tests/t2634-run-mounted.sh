#!/bin/sh
# A /run that is mounted while others run has all of their logs in the end, and one journal.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
boot_services
script slow <<'END'
echo "before"
until grep -q "^tmpfs /run tmpfs" /proc/mounts; do sleep 0.02; done
until [ -e /run/rc/journal ]; do sleep 0.02; done
echo "behind"
END
script mounts <<'END'
until [ -s /run/rc/log/slow ] || [ -s /dev/.rc/log/slow ]; do sleep 0.02; done
mount -t tmpfs tmpfs /run
END
noter late "Required-Start: mounts"
link S S01mounts S01slow S02late
check() {
	inside rcrun S >"$T/out" 2>&1
	out_has "rc: level S: 3 scripts"
	equal "the log" "$(inside cat /run/rc/log/slow)" "before
behind"
	inside tail -n 1 /run/rc/journal | grep -q " done S$" || die "no end in the journal"
	for name in slow mounts late; do
		equal "starts of $name" "$(inside grep -c " start $name " /run/rc/journal)" 1
		equal "ends of $name" "$(inside grep -c " end $name " /run/rc/journal)" 1
	done
	inside umount -l /run
}
# over a directory of the root
check
# over one that could not be written to
inside sh -c 'mkdir -p /tmp/ro && mount --bind /tmp/ro /run && mount -o remount,bind,ro /run'
check
not inside test -e /dev/.rc || die "/dev/.rc is still there"
