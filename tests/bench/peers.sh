# shellcheck shell=sh
# peers.sh - the contenders, and how each is told what to run.
#
# A contender is prepared below a directory: what is in its skel/ goes into the system under test, /bench/exec there
# names the program and its words, and $dir/kind and $dir/env tell the probe and enter more.  Entry N runs
# `/bench/child N`, all of them in level 3 where there are levels; in level 4 there is one other.

# The order is that of the tables; the first is compared with all others.
contenders="rung-musl rung-glibc floor-musl floor-glibc sysvinit busybox finit runit s6"

# floor_of CONTENDER: the floor that it is compared with, by its libc and kind of link
floor_of() {
	case $1 in
	*-musl | busybox) echo floor-musl ;;
	*) echo floor-glibc ;;
	esac
}

# cannot CONTENDER ENTRIES VARIANT: says why there is no such system, or is false
cannot() {
	case $1:$2:$3 in
	floor-*:*:utmp)	echo "writes no records" ;;
	busybox:*:utmp | finit:*:utmp | runit:*:utmp | s6:*:utmp)
			echo "writes no records of entries" ;;
	runit:3000:* | runit:10000:*)
			echo "runsvdir serves 1,000 services at most" ;;
	s6:10000:*)	echo "20,000 processes: more than the limit of pids leaves room for" ;;
	*)		return 1 ;;
	esac
}


# inittab PREFIX ENTRIES: of a System V init
inittab() {
	echo id:3:initdefault:
	awk -v plus="$1" -v n="$2" 'BEGIN {
		for (i = 0; i < n; i++)
			printf "%04x:3:respawn:%s/bench/child %d b\n", i, plus, i
	}'
	echo "mark:4:once:+/bench/child 16000"
	echo "od:a:ondemand:+/bench/child 16001"
}

# services DIR ENTRIES: a directory for each; its program is started by the kernel, no shell is between
services() {
	mkdir -p "$1"
	awk -v dir="$1" -v n="$2" 'BEGIN { for (i = 0; i < n; i++) print dir "/" i; print dir "/demand" }' |
		xargs mkdir
	awk -v dir="$1" -v n="$2" 'BEGIN {
		for (i = 0; i < n; i++) {
			run = dir "/" i "/run"
			print "#!/bench/child " i >run
			close(run)
		}
	}'
	echo '#!/bench/child 16001' >"$1/demand/run"
	: >"$1/demand/down"
	find "$1" -name run -exec chmod 755 {} +
}

# libraries_of PACKAGE: what is not on this machine is beside the program; see env
libraries_of() {
	mkdir -p "$skel/bench/lib"
	cp -P "$cache/$1"/usr/lib/*/lib*.so.* "$skel/bench/lib/"
	echo "LD_LIBRARY_PATH=/bench/lib" >>"$dir/env"
}

# prepare CONTENDER ENTRIES VARIANT DIR
prepare() {
	dir=$4 skel=$4/skel
	plus=+
	[ "$3" != utmp ] || plus=
	mkdir -p "$skel/bench" "$skel/etc"
	cp "$bin/child" "$skel/bench/"
	: >"$dir/env"
	echo /bench/init init >"$skel/bench/exec"
	case $1 in
	rung-*)
		cp "$bin/$1" "$skel/bench/init"
		inittab "$plus" "$2" >"$skel/etc/inittab"
		echo inittab >"$dir/kind" ;;
	floor-*)
		cp "$bin/$1" "$skel/bench/init"
		echo "/bench/init floor $2" >"$skel/bench/exec"
		echo floor >"$dir/kind" ;;
	sysvinit)
		cp "$cache/sysvinit/sbin/init" "$skel/bench/init"
		inittab "$plus" "$2" >"$skel/etc/inittab"
		echo inittab >"$dir/kind" ;;
	busybox)
		cp "$cache/busybox/bin/busybox" "$skel/bench/init"
		awk -v n="$2" 'BEGIN { for (i = 0; i < n; i++) print "::respawn:/bench/child " i " b" }' \
			>"$skel/etc/inittab"
		echo busybox >"$dir/kind" ;;
	finit)
		cp "$cache/finit/sbin/finit" "$skel/bench/init"
		cp "$cache/finit/lib/finit/initctl" "$skel/bench/"
		libraries_of finit
		echo runlevel 3 >"$skel/etc/finit.conf"
		mkdir "$skel/etc/finit.d"
		{
			awk -v n="$2" 'BEGIN {
				for (i = 0; i < n; i++)
					printf "service :%d [3] /bench/child %d b\n", i, i
			}'
			echo "task :mark [4] /bench/child 16000"
			echo "service :demand [3] manual:yes /bench/child 16001"
		} >"$skel/etc/finit.d/bench.conf"
		echo finit >"$dir/kind" ;;
	runit)
		cp "$cache/runit/sbin/runit" "$skel/bench/init"
		cp "$cache/runit/usr/bin/runsvdir" "$cache/runit/usr/bin/runsv" "$skel/bench/"
		mkdir "$skel/etc/runit"
		printf '#!/bin/true\n' >"$skel/etc/runit/1"
		printf '#!/bench/runsvdir /service\n' >"$skel/etc/runit/2"
		printf '#!/bin/true\n' >"$skel/etc/runit/3"
		chmod 755 "$skel/etc/runit"/*
		services "$skel/service" "$2"
		echo "PATH=/bench:/bin" >>"$dir/env"
		echo service >"$dir/kind" ;;
	s6)
		mkdir "$skel/bench/bin"
		cp "$cache/s6/usr/bin/s6-svscan" "$cache/s6/usr/bin/s6-supervise" "$skel/bench/bin/"
		libraries_of s6
		echo "/bench/bin/s6-svscan s6-svscan -c 4000 /service" >"$skel/bench/exec"
		services "$skel/service" "$2"
		echo service >"$dir/kind" ;;
	esac
}

# binaries_of CONTENDER: what has to be there for an entry to be started and kept
binaries_of() {
	case $1 in
	rung-* | floor-*) echo "$bin/$1" ;;
	sysvinit) echo "$cache/sysvinit/sbin/init" ;;
	busybox) echo "$cache/busybox/bin/busybox" ;;
	finit) echo "$cache/finit/sbin/finit" "$cache"/finit/usr/lib/*/lib*.so.*.*.* ;;
	runit) echo "$cache/runit/sbin/runit" "$cache/runit/usr/bin/runsvdir" "$cache/runit/usr/bin/runsv" ;;
	s6) echo "$cache/s6/usr/bin/s6-svscan" "$cache/s6/usr/bin/s6-supervise" \
		"$cache"/s6/usr/lib/*/lib*.so.*.*.* ;;
	esac
}

# loaded_by CONTENDER: those, and what the kernel and the dynamic loader map for them, each file once
loaded_by() {
	for file in $(binaries_of "$1"); do
		echo "$file"
		loader=$(readelf -lW "$file" | sed -n 's/.*program interpreter: \(.*\)]/\1/p')
		[ -z "$loader" ] ||
			LD_LIBRARY_PATH=$(echo "$cache/$1"/usr/lib/* | tr ' ' :) "$loader" --list "$file" |
			awk '$2 == "=>" { print $3 } $1 ~ "^/" { print $1 }'
	done | xargs readlink -e | sort -u
}
