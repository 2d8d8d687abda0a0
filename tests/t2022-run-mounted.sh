#!/bin/sh
# Logs are in /dev while /run cannot be written to, and in the /run that is mounted at boot.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
# says NAME [COMMAND]: a script that does that and tells its name before and behind
says() {
	script "$1" <<-END
		echo "$1 begins"
		${2-:}
		echo "$1 ends"
	END
}
logs_are_in() {
	for log in first mounts last; do
		equal "log of $log" "$(inside cat "$1/log/$log")" "$log begins
$log ends"
	done
	# shellcheck disable=SC2016	# of the last run: a journal holds all of a boot
	equal "starts in the journal" "$(inside sed -n '/ level /{s/.*//;h;}; /^[0-9]* start /{x;s/$/x/;x;}; ${x;p;}' "$1/journal")" xxx
	inside tail -n 1 "$1/journal" | grep -qx "[0-9]* done S" || die "the journal has no end"
}
check() {
	says first
	says mounts 'mount -t tmpfs tmpfs /run'
	says last
	link S S01first S02mounts S03last
	# one /run over another
	rc S
	out_has "3 scripts"
	logs_are_in /run/rc
	inside umount -l /run
	# one over a disk that is read-only
	inside mount -t tmpfs -o ro tmpfs /run
	rc S
	out_has "3 scripts"
	logs_are_in /run/rc
	not inside test -e /dev/.rc
	inside umount -l /run
	# none, and limits of time hold
	says mounts
	script hangs "X-Timeout: 1" <<-END
		exec sleep 1001
	END
	link S S04hangs
	inside rm /etc/rcS.d/S03last
	link S S05last
	rc S
	out_has "hangs: no end within 1 s"
	out_has "see /dev/.rc/log"
	equal "log of last" "$(inside cat /dev/.rc/log/last)" "last begins
last ends"
	inside rm -r /dev/.rc
	# not even /dev
	inside rm /etc/rcS.d/S04hangs
	inside sh -c 'mount --bind /dev /dev && mount -o remount,bind,ro /dev'
	rc S
	out_has "rc: neither /run nor /dev can be written to: no logs, and no journal"
	out_has "first ends"
	out_has "last ends"
	out_has "3 scripts"
	# and then a /run: its journal has all of it, if not the logs of before
	says mounts 'mount -t tmpfs tmpfs /run'
	rc S
	not grep -q "neither /run nor /dev" "$T/out"
	out_has "first ends"
	equal "log of last" "$(inside cat /run/rc/log/last)" "last begins
last ends"
	equal "the journal" "$(inside sed 's/^[0-9]* //; s/ - .*//; s/ [0-9].*//' /run/rc/journal)" "level S N
start first start
end first start
start mounts start
end mounts start
start last start
end last start
done S"
	inside umount -l /run
	inside umount -l /dev
	inside umount -l /run
}
boot_services
each_shell check
