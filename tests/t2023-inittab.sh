#!/bin/sh
# From inittab: rcS, then rc for each level; an rc that is killed is taken up by the next.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
teller() {
	script "$@" <<-END
		echo "\$1 $1 \$RUNLEVEL \$PREVLEVEL" >>/run/notes
		[ $1 != stays ] || exec sleep 1003
	END
}
# links before there is an inside
link_skel() {
	mkdir -p "$T/skel/etc/rc$1.d"
	_dir=$T/skel/etc/rc$1.d
	shift
	for _link; do ln -s "../init.d/${_link#???}" "$_dir/$_link"; done
}
killed_rc() {
	inside pkill -KILL -x rcrun
}
install_services
for name in early first stays last; do teller $name; done
cp "$T/skel/services/etc/init.d/rc" "$T/skel/services/etc/init.d/rcS" "$T/skel/etc/init.d"
mkdir -p "$T/skel/sbin"
cp "$T/skel/services/sbin/rcrun" "$T/skel/sbin"
link_skel S S01early
link_skel 2 S01first S02stays S03last
link_skel 4 K01first S02last
from_inittab() {
	[ ! -e "$T/console" ] || : >"$T/console"
	boot <<-END
		id:2:initdefault:
		g0::sysinit:/sbin/gate shell
		si::sysinit:/etc/init.d/rcS
		l2:2:wait:/etc/init.d/rc 2
		l4:4:wait:/etc/init.d/rc 4
		nt:24:respawn:/bin/sleep 1000
	END
	eventually noted "gate shell"
	use_shell "$1"
	echo "# with $1"
	open_gate shell
	eventually noted "start stays 2 N"
	not runs "/bin/sleep 1000"
	killed_rc
	# init goes on, and so does the boot
	eventually runs "/bin/sleep 1000"
	notes_are "gate shell" "passed shell" "start early S N" "start first 2 N" "start stays 2 N"
	# what the killed run had not reached runs in the next, although the level before has it, too
	telinit 4
	eventually noted "start last 4 2"
	notes_are "stop first 4 2" "start last 4 2"
	eventually console_has "what it has started is not started again"
	eventually console_has "level 4: 2 scripts"
	power_cut
}
for shell in $SHELLS; do from_inittab "$shell"; done
