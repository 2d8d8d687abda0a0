#!/bin/sh
# What scripts write that run at once never mixes, whether it can be kept or not; a daemon that keeps it open delays nothing.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
boot_services
names='a b c d'
for name in $names; do
	script "$name" <<-END
		n=0
		while [ \$n -lt 10 ]; do
			n=\$((n + 1))
			printf "$name "
			sleep 0.01
			echo "$name \$n"
		done
		# a daemon that keeps its output
		sleep 1005 &
		exit 1
	END
	link 2 "S01$name"
done
# all_whole: each script's report is in one piece
all_whole() {
	for name in $names; do
		equal "the piece of $name" "$(sed -n "/ start $name: status 1/,/^\[/p" "$T/out" | grep -c "^	$name $name [0-9]")" 10
		equal "all of it" "$(grep -c "^	$name $name [0-9]" "$T/out")" 10
		_first=$(grep -n " start $name: status 1" "$T/out" | cut -d : -f 1)
		equal "in a row" "$(sed -n "$((_first + 1)),$((_first + 10))p" "$T/out" | grep -c "^	$name $name")" 10
	done
	inside pkill -f 'sleep 1005'
}
inside rcrun -j 4 2 >"$T/out" 2>&1
all_whole
equal "the log" "$(inside grep -c '^d d' /run/rc/log/d)" 10
# with nowhere to write to
inside sh -c 'mount -t tmpfs -o ro tmpfs /run; mount --bind /dev /dev && mount -o remount,bind,ro /dev'
inside rcrun -j 4 2 >"$T/out" 2>&1
out_has "neither /run nor /dev can be written to"
all_whole
inside umount -l /dev
inside umount -l /run
