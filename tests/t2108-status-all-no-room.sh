#!/bin/sh
# service --status-all tells the truth on a read-only root, and where all disks are full.
# shellcheck disable=SC2016 source=tests/services.sh
. "${0%/*}/services.sh"
answer() {
	gives 0 " [ - ]  blank
 [ - ]  down
 [ - ]  silent
 [ + ]  up" " [ ? ]  unknown" service --status-all
}
check() {
	script blank <<-END
		echo
	END
	script down <<-END
		echo down
		exit 3
	END
	script silent <<-END
		:
	END
	script unknown <<-END
		echo "Usage: unknown {start|stop}"
	END
	script up <<-END
		echo "\\\$up runs"
	END
	answer
	inside mount -t tmpfs -o size=4k room /tmp
	inside mount -t tmpfs -o size=4k room /run
	inside sh -c 'for dir in /run /tmp; do ! dd if=/dev/zero of=$dir/full bs=4k count=2; done 2>/dev/null'
	answer
	inside rm /tmp/full
	inside mount -o remount,ro /run
	answer
	inside mount -o remount,ro /tmp
	answer
	inside umount -l /tmp /run	# init has its FIFO there
}
boot_services
each_shell check
