# shellcheck shell=sh
# shutdown.sh - words for the tests of shutdown, family t15; sourced after tools.sh.
#
# boot_levels			boots to level 3; levels 0 and 6 do not end the system; /run/env.lN is the environment
#				of level N, 0, 1 or 6
# start [ARGUMENT]...		a shutdown that waits, in the background; its output goes to $T/said
# waiting			it does; PID is its pid inside, STARTED what the shell waits for
# nothing_left			no file of a shutdown is there
# log_in USER LINE		a record in utmp
# fake_unmounting COMMANDS	what -n runs after all is killed runs these instead, for it would not only be ours;
#				the inittab needs si::sysinit:/sbin/fake-unmounting
# hurried PROGRAM...		inside, with clocks on which a minute passes in a second

boot_levels() {
	boot "$@" <<-END
		id:3:initdefault:
		zz:06:respawn:/bin/sleep 1000
		l0:0:once:/sbin/showenv l0
		l1:1:once:/sbin/showenv l1
		l6:6:once:/sbin/showenv l6
	END
	eventually in_level 3
	rm -f "$R"/run/env.*
}

start() {
	inside shutdown "$@" </dev/null >"$T/said" 2>&1 &
	STARTED=$!
	eventually waiting
}

waiting() {
	PID=
	[ -s "$R/run/shutdown.pid" ] && read -r PID <"$R/run/shutdown.pid" && inside kill -0 "$PID"
} 2>/dev/null

nothing_left() {
	for _file in run/shutdown.pid run/nologin etc/nologin fastboot forcefsck; do
		[ ! -e "$R/$_file" ] || return 1
	done
}

log_in() {
	# fields of utmpdump(1) have these widths
	printf '[7] [00900] [%-4s] [%-8s] [%-12s] [%-20s] [%-15s] [%s]\n' "${2#"${2%????}"}" "$1" "$2" '' 0.0.0.0 \
		"2026-01-01T00:00:00,000000+00:00" | utmpdump -r 2>/dev/null >>"$R/run/utmp"
}

hurried() {
	[ -f "$R/sbin/hurried.so" ] || {
		! grep -q __asan_init "$R/sbin/shutdown" || skip "nothing can be preloaded into a build with ASan"
		grep -q -e '/ld-' "$R/sbin/shutdown" || skip "nothing can be preloaded into a static program"
		command -v cc >/dev/null || skip "no compiler"
		cc -shared -fPIC -O1 -o "$T/hurried.so" "$here/hurried.c" || skip "no shared libraries here"
		put /sbin/hurried.so <"$T/hurried.so"
	}
	inside env LD_PRELOAD=/sbin/hurried.so "$@"
}

fake_unmounting() {
	for _program in accton quotaoff swapoff umount; do
		put "/sbin/$_program" 755 <<-END
			#!/bin/sh
			$1
		END
	done
	put /sbin/fake-unmounting 755 <<-'END'
		#!/bin/sh
		for file in /usr/sbin/accton /usr/sbin/quotaoff /usr/sbin/swapoff /usr/bin/umount; do
			[ ! -e "$file" ] || mount --bind "/sbin/${file##*/}" "$file"
		done
	END
}
