# system.sh - a whole small system for boot tests: BusyBox, rung, and the scripts of etc/init.d.
#
# It is read after lib.sh, for `make boot` and by tests of what such a system does:
#	make_system		the guest's tree becomes one: farms made by insserv, /etc/inittab,
#				users, getty and login on ttyS0
#	boot_system [OPTION of qboot]...	boots it
#	with_disk		before boot_system: its root will be an ext4 disk that is checked
#	log_in [NAME]		on ttyS0, as one does; then `run COMMAND` there
# shellcheck shell=sh disable=SC2154
password=rung

# In a static system the programs of make install, and in /etc what an administrator has.
make_system()
{
	(
		# as in a package: who links at build time needs no tool for it on the target
		set --
		for f in "$top"/etc/init.d/*; do
			f=${f##*/}
			[ "$f" = skeleton ] || set -- "$@" "$f"
		done
		flock 8
		make_static all
		make_static DESTDIR="$root" install-rc
		for f in shutdown killall5 fstab-decode; do cp "$built/$f" "$root/sbin/"; done
		cp "$built/initctl" "$root/bin/"
		cp "$built/pidof" "$root/bin/pidof.new" && mv "$root/bin/pidof.new" "$root/bin/pidof"
		"$built/insserv" -p "$root/etc/init.d" -c "$root/etc/insserv.conf" -o "$root/none" \
			"$@" 2>"$T/insserv"
	) 8>"$cache/boot/lock" || die "the system cannot be made: $(cat "$T/insserv")"
	rm -rf "${root:?}/usr/share"
	mkdir -p "$root/lib" "$root/mnt"
	for f in init.d rcS.d; do [ -d "$root/etc/$f" ] || die "no /etc/$f"; done

	cp "$top/etc/inittab.scripts" "$root/etc/inittab"
	sed -i '/:\/sbin\/getty .*tty[0-9]$/d' "$root/etc/inittab"	# no screen here
	ln -sf /bin/busybox "$root/sbin/sulogin"
	ln -sf ../bin/getty "$root/sbin/getty"
	echo rung | file etc/hostname
	echo "root:$("$busybox" mkpasswd -m sha256 -S rungrung "$password"):0:0:root:/root:/bin/sh" | file etc/passwd
	printf '%s:x:%s:\n' root 0 tty 5 utmp 43 | file etc/group
	printf '%s\n' '' "rung on a serial line.  Log in as root; the password is $password." '' | file etc/issue
	echo "Try: init 3 | service --status-all | who | shutdown -r now | poweroff" | file etc/motd
	# the static BusyBox's shell takes its own init and halt, whatever PATH says
	file etc/profile <<-'END'
		PATH=/sbin:/usr/sbin:/bin:/usr/bin
		export PATH
		for program in init halt poweroff reboot; do alias $program=/sbin/$program; done
		PS1='rung [$(runlevel | cut -c3)] # '
	END
	printf 'DHCP=%s\n' "''" | file etc/default/networking
}

# add_program NAME [AS]: one of this machine's, with its libraries, into /sbin
add_program()
{
	path=$(PATH=$PATH:/sbin:/usr/sbin command -v "$1") || skip "no $1 (tests/setup installs it)"
	rm -f "$root/sbin/${2:-$1}"
	cp -L "$path" "$root/sbin/${2:-$1}"
	copy_libraries "$path"
}

# The disk, a line of fstab for it, and what checks it; in memory it would only be ballast.
with_disk()
{
	root_kind=ext4
	add_program e2fsck fsck.ext4
	echo '/dev/nvme0n1 / ext4 errors=remount-ro 0 1' | file etc/fstab
}

boot_system()
{
	case ${root_kind:-initramfs} in
	initramfs) qboot -n "$@" ;;
	ext4)
		make_disk
		# the kernel opens it before anything is mounted on /dev
		printf 'cd /dev\nmknod console c 5 1\n' |
			PATH=$PATH:/usr/sbin:/sbin debugfs -w -f - "$T/disk" >"$T/debugfs" 2>&1
		boot_disk "$@" ;;
	esac
}

# boot_disk [OPTION of QEMU]...: as it is now
boot_disk()
{
	start_qemu "root=/dev/nvme0n1 ro init=/sbin/init" "$@"
}

# --- at its terminal --------------------------------------------------------------------------

# shown TEXT [N]: it has appeared since forget was called last, on N lines or more
shown()
{
	[ "$(tail -c "+$((from + 1))" "$T/serial" | grep -cF -e "$1")" -ge "${2:-1}" ]
}

forget()
{
	from=$(wc -c <"$T/serial")
}
from=0

log_in()
{
	eventually shown 'rung login:'
	type "${1:-root}"
	eventually shown 'Password:'
	forget
	type "$password"
	eventually shown 'rung ['
}

# enter COMMAND: typed at the prompt; returns when the next prompt is there
enter()
{
	forget
	type "$1"
	eventually prompted
}

# the prompt without a command behind it; what a slow machine's kernel complains of in between does not count
prompt='^rung \[.\] # $'
prompted()
{
	tail -c "+$((from + 1))" "$T/serial" | sed 's/\r//g; s/\x1b\[6n//g; s/\[ *[0-9]*\.[0-9]\{6\}\] .*//' |
		grep . | tail -n 1 | grep -q "$prompt"
}

# answers TEXT COMMAND: what it prints has that in it; for eventually
answers()
{
	enter "$2"
	shown "$1"
}
