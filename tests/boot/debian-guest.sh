# debian-guest.sh - a whole Debian in QEMU, for `debian` and `figures`; it is read after lib.sh.
#
#	make_debian [systemd]	the disk: Debian as tests/debian/root makes it, with its own init; $T/disk is a copy
#	make_package [systemd]	this tree's package: $package, its true size in $size; the guest's /dev/nvme1n1
#	start_debian [WORD]...	boots the disk as it is now; more words for the kernel
#	options			more options of QEMU
#	prompt			waits for the next login prompt
#	login			at that prompt, as root; then `guest` works
#	prompted		to be called outside of checks: the prompt that was waited for is the last
# shellcheck shell=sh disable=SC2154

make_debian()
{
	"$top/tests/debian/root" "$@" || skip "no Debian to boot"
	debian=$cache/debian${SUITE:+-$SUITE}
	stem=$debian/${1:+$1.}
	(
		flock 8
		# with the kernel's two modules for its power button
		version="$(cat "${stem}version") $(echo "$cache"/kernel/lib/modules/*)"
		if [ "$(cat "${stem}disk.version" 2>/dev/null)" != "$version" ]; then
			rm -f "${stem}disk.version" "${stem}disk"	# it may be in use
			disk_of "$debian/${1:-root}" "${stem}disk"
			echo "$version" >"${stem}disk.version"
		fi
		cp --sparse=always "${stem}disk" "$T/disk"
	) 8>"$debian/disk.lock" >"$T/disk.log" 2>&1
}

# disk_of DIR FILE
disk_of()
{
	PATH=$PATH:/usr/sbin:/sbin
	mke2fs -q -F -t ext4 -d "$1" "$2" 700M
	for module in acpi/button.ko input/evdev.ko; do
		debugfs -w -R "write $(echo "$cache"/kernel/lib/modules/*/kernel/drivers/$module) /root/${module##*/}" "$2"
	done
}

make_package()
{
	DPKG_ADMINDIR=$debian/${1:-root}/var/lib/dpkg "$top/packaging/debian/build" "$T" >/dev/null
	for package in "$T"/rung_*.deb; do :; done
	size=$(wc -c <"$package")
	# a disk is made of whole blocks
	truncate -s %4096 "$package"
}

options='' package=''
# A busy machine does not hold still while the kernel measures the speed of the processor: the other clock needs none.
start_debian()
{
	words=$*
	set --
	[ -z "$package" ] || set -- -drive "file=$package,format=raw,if=none,id=package,readonly=on" \
		-device nvme,drive=package,serial=package
	# shellcheck disable=SC2086
	setpriv --pdeathsig KILL timeout --foreground -s KILL "$limit" \
		setpriv --pdeathsig KILL qemu-system-x86_64 -accel tcg -M pc -m 512 -smp 1 -nodefaults \
		-no-user-config -no-reboot -display none -vga none -kernel "$kernel" -append \
		"console=ttyS0 root=/dev/nvme0n1 ro quiet panic=-1 no_timer_check tsc=unstable clocksource=hpet mitigations=off cryptomgr.notests noreplace-smp $words" \
		-drive "file=$T/disk,format=raw,if=none,id=disk,cache=unsafe" \
		-device nvme,drive=disk,serial=debian \
		-chardev stdio,id=s0,signal=off -serial chardev:s0 \
		-chardev "pipe,id=monitor,path=$T/mon" -mon chardev=monitor,mode=readline "$@" $options \
		<"$T/in" >>"$T/serial" 2>>"$T/qemu" &
	qemu=$!
}

prompts=0

# prompt: the next one
prompt()
{
	eventually serial_times 'rung-test login: ' $((prompts + 1))
}

# login: at that prompt; then guest works
login()
{
	logins=$(grep -ac "root@rung-test" "$T/serial" || :)
	type root
	eventually serial_times 'root@rung-test' $((logins + 1))
	type "exec env PS1= PS2= sh"
	type "stty -echo; echo guest $logins: 're'ady"
	eventually serial_has "guest $logins: ready"
}

# A check is a process of its own: which prompt was the last it tells by this.
prompted()
{
	prompts=$(grep -ac 'rung-test login: ' "$T/serial" || :)
}
