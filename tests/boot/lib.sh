# lib.sh - boot tests: the real init on a real kernel in QEMU, over its serial console.
#
# A test sources this file, changes the guest's tree in $root as it likes, boots it with
# qboot and asks.  README.md beside this file lists the words and tells how to debug.
#
# Variables for tests:
#	T		the test's own folder; $T/serial is what ttyS0 has shown
#	root		in it: the guest's files, until qboot
# From the caller:
#	INIT		another init than this tree's, with its telinit, halt ... beside it
#	RUNG_SLOW=1	a slow machine: wait three times longer before failing
#	RUNG_TRACE=1	trace the test
#	RUNG_KEEP=1	leave the test's folder behind
# shellcheck shell=sh
set -eu
[ -z "${RUNG_TRACE-}" ] || set -x
export LC_ALL=C	# what tools say, and its order, is compared
umask 022	# what is made here is for all in the guest

cache=${RUNG_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/rung}
here=$(cd "${0%/*}" && pwd)
top=$(cd "$here/../.." && pwd)
sentence=$(sed -n '2s/^# //p' "$0")

limit=60			# seconds that one QEMU may run at all
patience=${RUNG_PATIENCE:-50}	# seconds that eventually() waits for one condition
[ -z "${RUNG_SLOW-}" ] || limit=180 patience=$((patience * 3))

# tests/run names the tree's own init, whose static build is wanted here
[ "$(readlink -f "${INIT:=$top/init}")" != "$(readlink -f "$top/init")" ] || INIT=''

# Debian's busybox package is not the static one: rather the one that setup has unpacked
busybox=$cache/busybox/bin/busybox
[ -x "$busybox" ] || busybox=/bin/busybox

T=''
root=''
qemu=''		# the process
console=ttyS0	# the kernel's; a test may set another
no_reboot=-no-reboot	# a restart is the end; a test may empty it
by_hand=''	# set by console: QEMU is on the terminal, nothing is judged

# --- how a test ends -------------------------------------------------------------------

skip()
{
	echo "1..0 # SKIP $*"
	exit 77
}

die()
{
	echo "# $*" >&2
	exit 1
}

# Runs whatever ends the test.  The verdict is told last: a panic outweighs all else.
finish()
{
	status=$?
	trap '' HUP INT TERM
	set +e
	if [ "$qemu" ]; then
		kill "$qemu" 2>/dev/null
		wait "$qemu" 2>/dev/null
	fi
	if [ "$status" != 77 ] && [ -z "$by_hand" ]; then
		if [ -f "$T/serial" ] && panicked; then
			echo "# the kernel panicked"
			status=1
		fi
		[ "$status" = 0 ] || show
		echo 1..1
		[ "$status" = 0 ] && echo "ok 1 - $sentence" || echo "not ok 1 - $sentence"
		[ "$status" = 0 ] || status=1
	fi
	if [ "${RUNG_KEEP-}" ]; then
		echo "# kept: $T"
	else
		rm -rf "$T"
	fi
	exit "$status"
}

# What the serial console said, as TAP comments.
show()
{
	[ "$qemu" ] || return 0
	echo "# serial console, its last lines:"
	tr -d '\r' <"$T/serial" | grep -avE '^@@[0-9]+(=1)?$' | tail -n 60 | cat -v | sed 's/^/#   /'
}

# --- waiting ----------------------------------------------------------------------------

# seconds: prints those that this machine is up; its wall clock may be set meanwhile
seconds()
{
	read -r up _ </proc/uptime
	echo "${up%.*}"
}

# eventually CMD...: try until it is true; the test fails when it does not become so in
# time, or cannot any more because QEMU has ended.
eventually()
{
	until_=$(($(seconds) + patience))
	while :; do
		! ended || until_=0
		! "$@" || return 0
		[ "$(seconds)" -lt "$until_" ] || die "never true: $*"
		sleep 0.1
	done
}

# --- the guest's tree -------------------------------------------------------------------

# file PATH [MODE] <<EOF: a file for the guest.
file()
{
	case $1 in */*) mkdir -p "$root/${1%/*}" ;; esac
	cat >"$root/$1"
	chmod "${2:-644}" "$root/$1"
}

# Builds rung for the guest, static, away from the tree: where the programs are, in $built.
# Only files that differ are copied, so that make builds what changed and nothing else.
build_rung()
{
	built=$cache/boot/rung-$(printf %s "$top" | cksum | cut -d ' ' -f 1)
	for f in "$top"/Makefile "$top"/VERSION "$top"/*.sh "$top"/*.[ch] "$top"/cmd/*.[ch] \
		"$top"/cmd/*/*.[ch] "$top"/rc/* "$top"/rc/*/* "$top"/rc/*/*/* "$top"/etc/* "$top"/etc/init.d/*; do
		[ -f "$f" ] || continue
		to=$built/${f#"$top/"}
		mkdir -p "${to%/*}"
		cmp -s "$f" "$to" && continue
		case $f in */Makefile | *.sh) rm -f "$built/.flags" "$built"/*.o "$built"/cmd/*.o "$built"/cmd/*/*.o ;; esac
		cp "$f" "$to"
	done
	for f in "$built"/*.[ch] "$built"/cmd/*.[ch] "$built"/cmd/*/*.[ch]; do
		[ -f "$top/${f#"$built/"}" ] || rm -f "$f"
	done
	make_static init telinit shutdown halt runlevel bootlogd readbootlog
}

# make_static TARGET...: what make does in $built
make_static()
{
	(
		command -v musl-gcc >/dev/null && cc=musl-gcc || cc=cc
		unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES CC CFLAGS LDFLAGS
		exec make -C "$built" STATIC=1 CC="$cc" "$@"
	) >"$built/log" 2>&1 || {
		tail -n 20 "$built/log" | sed 's/^/# /'
		die "rung does not build"
	}
}

# BusyBox with a link for each of its programs, made once: $cache/boot/bin.  What init
# brings itself is left out, so that no test runs BusyBox's by accident.
build_bin()
{
	cmp -s "$busybox" "$cache/boot/bin/busybox" && return 0
	rm -rf "$cache/boot/bin" "$cache/boot/bin.new"
	mkdir "$cache/boot/bin.new"
	cp "$busybox" "$cache/boot/bin.new/busybox"
	"$busybox" --list |
		grep -vxE 'busybox|init|linuxrc|halt|poweroff|reboot|runlevel|sulogin' |
		while read -r f; do ln -s busybox "$cache/boot/bin.new/$f"; done
	mv "$cache/boot/bin.new" "$cache/boot/bin"
}

# The kernel unpacked, once: $cache/boot/vmlinux.  To unpack itself, translated, takes a
# fifth of each boot; it goes on doing so where there is no lz4 or it is packed otherwise.
build_kernel()
{
	kernel=$cache/boot/vmlinux
	if [ ! -f "$kernel" ] || [ "$(find "$cache/kernel/vmlinuz" -newer "$kernel")" ]; then
		# after the magic number of lz4's old format, as kernels use it
		at=$(LC_ALL=C grep -abo "$(printf '\002!L\030')" "$cache/kernel/vmlinuz" |
			sed -n '1s/:.*//p')
		tail -c "+$((at + 1))" "$cache/kernel/vmlinuz" | lz4 -dc >"$kernel" 2>/dev/null || :
	fi
	if [ "$(head -c 4 "$kernel" | tail -c 3)" != ELF ]; then
		rm -f "$kernel"
		kernel=$cache/kernel/vmlinuz
	fi
}

# The libraries of a dynamic program, at the same places in the guest.
copy_libraries()
{
	ldd "$1" 2>/dev/null | grep -o '/[^ ]*' | while read -r lib; do
		mkdir -p "$root${lib%/*}"
		cp -L "$lib" "$root$lib"
	done
}

# The tree that every test starts from: the programs under test in /sbin, BusyBox in /bin.
make_root()
{
	root=$T/root
	mkdir -p "$root/dev" "$root/etc" "$root/proc" "$root/root" "$root/run" "$root/sbin" \
		"$root/sys" "$root/tmp" "$root/usr" "$root/var/log" "$cache/boot"
	ln -s ../bin "$root/usr/bin"
	ln -s ../sbin "$root/usr/sbin"
	ln -s ../run "$root/var/run"

	exec 8>"$cache/boot/lock"	# tests run side by side: one builds, the others wait
	flock 8
	build_kernel
	build_bin
	if [ "$INIT" ]; then
		built=${INIT%/*}
		copy_libraries "$INIT"
	else
		build_rung
	fi
	cp -a "$cache/boot/bin" "$root/bin"
	cp -L "${INIT:-$built/init}" "$root/sbin/init"
	for f in telinit halt runlevel shutdown bootlogd readbootlog; do
		[ ! -f "$built/$f" ] || cp -L "$built/$f" "$root/sbin/$f"
	done
	exec 8>&-
	[ -f "$root/sbin/telinit" ] || ln -s init "$root/sbin/telinit"
	ln -s halt "$root/sbin/poweroff"
	ln -s halt "$root/sbin/reboot"

	echo root::0:0:root:/root:/bin/sh | file etc/passwd
	echo root:x:0: | file etc/group
	: | file var/log/wtmp
	file sbin/mounts 755 <<-'EOF'
		#!/bin/sh
		# mounts - what a distribution's first boot script does.
		mount -t proc proc /proc
		[ -d /sys/kernel ] || mount -t sysfs sysfs /sys
		mount -t devtmpfs dev /dev
		mount -t tmpfs run /run
	EOF
	file sbin/agent 755 <<-'EOF'
		#!/bin/sh
		# agent - runs each line that the test sends over the serial line.  No prompt, no echo.
		# agent TTY: on that line; else on what init gives it.
		[ "${1:-}" ] && exec <"/dev/$1" >"/dev/$1" 2>&1
		stty sane -echo
		echo "agent $$: ready"
		while read -r line; do
			eval "$line"
		done
		echo "agent $$: ends"
	EOF
}

# --- booting ----------------------------------------------------------------------------

# qboot [-r initramfs|ext4] [-i PATH] [-a WORDS] [-n] [QEMU OPTION...] <<EOF: the inittab.
#  -r  what the guest's root is; -i  the path that the kernel is told to run;
#  -a  more words for the kernel's command line; -n  no inittab.
# Returns at once: the test waits for what it needs.
qboot()
{
	kind=initramfs path='' words='' table=yes
	while :; do
		case ${1:-} in
		-r) kind=$2; shift 2 ;;
		-i) path=$2; shift 2 ;;
		-a) words=$2; shift 2 ;;
		-n) table=''; shift ;;
		*) break ;;
		esac
	done
	[ -z "$table" ] || file etc/inittab

	case $kind in
	initramfs)
		[ -h "$root/init" ] || [ -f "$root/init" ] || ln -s sbin/init "$root/init"
		(cd "$root" && find . | cpio -o -H newc -R +0:+0 --quiet) >"$T/initramfs"
		start_qemu "${path:+rdinit=$path} $words" -initrd "$T/initramfs" "$@"
		;;
	ext4)
		make_disk
		start_qemu "root=/dev/nvme0n1 rw init=${path:-/sbin/init} $words" "$@"
		;;
	esac
}

# make_disk: an ext4 disk of the guest's tree as it is now, /dev/nvme0n1 there.
make_disk()
{
	PATH=$PATH:/usr/sbin:/sbin mke2fs -q -F -t ext4 -d "$root" "$T/disk" 32M >/dev/null
}

# start_qemu WORDS OPTION...: ttyS0 is $T/in and $T/serial, the monitor the FIFOs $T/mon.*.
# setpriv and timeout end QEMU when this shell dies, however it dies, or takes too long.
start_qemu()
{
	# On a busy machine the kernel does not see its timer tick in time and panics: it shall trust it.
	append="console=$console quiet panic=-1 no_timer_check tsc=reliable mitigations=off"
	append="$append cryptomgr.notests noreplace-smp $1"
	shift
	if [ -p "$T/s1.in" ]; then
		set -- -chardev "pipe,id=s1,path=$T/s1" -serial chardev:s1 "$@"
	fi
	if [ -f "$T/disk" ]; then
		set -- -drive "file=$T/disk,format=raw,if=none,id=disk,cache=unsafe" \
			-device nvme,drive=disk,serial=rung "$@"
	fi
	[ "$by_hand" ] || set -- -chardev stdio,id=s0,signal=off -serial chardev:s0 \
		-chardev "pipe,id=monitor,path=$T/mon" -mon chardev=monitor,mode=readline "$@"
	set -- qemu-system-x86_64 -accel tcg -M pc -m 128 -smp 1 -nodefaults -no-user-config \
		$no_reboot -display none -vga none \
		-kernel "$kernel" -append "$append" "$@"
	if [ "$by_hand" ]; then
		"$@" -serial mon:stdio
		return
	fi
	: >"$T/serial"	# now: what an earlier boot has shown is not to be taken for this one's
	setpriv --pdeathsig KILL timeout --foreground -s KILL "$limit" \
		setpriv --pdeathsig KILL "$@" <"$T/in" >"$T/serial" 2>"$T/qemu" &
	qemu=$!
}

# second_serial: gives the guest of the next qboot a ttyS1.  What is typed there comes from
# type1, what it shows goes to $T/serial1.
second_serial()
{
	mkfifo "$T/s1.in" "$T/s1.out"
	exec 7<>"$T/s1.in"
	: >"$T/serial1"
	setpriv --pdeathsig KILL cat <"$T/s1.out" >"$T/serial1" &	# ends with QEMU
}

# --- asking -----------------------------------------------------------------------------

# serial_has TEXT: ttyS0 has shown it.
serial_has()
{
	grep -qF -e "$1" "$T/serial"
}

# serial_times TEXT N: ttyS0 has shown it on N lines or more.
serial_times()
{
	[ "$(grep -cF -e "$1" "$T/serial")" -ge "$2" ]
}

# type TEXT: as typed on ttyS0, with the enter key.
type()
{
	printf '%s\n' "$1" >&9
}

# type1 TEXT: the same on ttyS1, after second_serial.
type1()
{
	printf '%s\n' "$1" >&7
}

# keys FORMAT: bytes as they are, for Ctrl-C and its like.
keys()
{
	# shellcheck disable=SC2059  # the format is the argument
	printf "$1" >&9
}

# monitor CMD: one command for QEMU's monitor.
monitor()
{
	printf '%s\n' "$1" >"$T/mon.in"
}

# ended: QEMU is gone, since the guest powered off or wanted to reboot (or panicked).
ended()
{
	{ read -r stat <"/proc/$qemu/stat"; } 2>/dev/null || return 0
	case $stat in
	*') Z '*) return 0 ;;
	esac
	return 1
}

panicked()
{
	serial_has 'Kernel panic'
}

alive()
{
	! ended || die "the guest is gone"
}

# guest CMD: run it in the guest through an agent on ttyS0; its output and exit status.
guest()
{
	eventually serial_has ': ready'
	number=$(($(cat "$T/number") + 1))
	echo "$number" >"$T/number"
	type "echo @@$number; { $(printf %s "$1" | tr '\n' ' '); } 2>&1; echo @@$number=\$?"
	eventually serial_has "@@$number="
	tr -d '\r' <"$T/serial" |
		sed -n "/^@@$number\$/,/@@$number=/{/^@@$number\$/d;s/@@$number=.*//;/./p;}"
	return "$(sed -n "s/.*@@$number=\\([0-9]*\\).*/\\1/p" "$T/serial")"
}

# guest_eventually CMD: ask the guest until CMD succeeds in it.
guest_eventually()
{
	guest_until=$(($(seconds) + patience))
	until guest "$1" >/dev/null; do
		[ "$(seconds)" -lt "$guest_until" ] || die "never true in the guest: $1"
		sleep 0.1
	done
}

# expect VALUE CMD...: CMD prints exactly VALUE.
expect()
{
	want=$1
	shift
	got=$("$@") || :
	[ "$got" = "$want" ] || die "$*: got '$got', expected '$want'"
}

# --- at once ----------------------------------------------------------------------------

[ "$(uname -m)" = x86_64 ] || skip "the test kernel is for x86_64"
for f in qemu-system-x86_64 "$busybox" cpio setpriv timeout flock; do
	command -v "$f" >/dev/null || skip "no $f (tests/setup installs it)"
done
[ -f "$cache/kernel/vmlinuz" ] || skip "no kernel in $cache/kernel (tests/setup puts it there)"

T=$(mktemp -d "${TMPDIR:-/tmp}/rung-boot.XXXXXX")
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
mkfifo "$T/in" "$T/mon.in" "$T/mon.out"
exec 9<>"$T/in"
echo 0 >"$T/number"
: >"$T/serial"
make_root
