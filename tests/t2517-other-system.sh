#!/bin/sh
# On a system with a classic init and no package, make install and telinit u change to rung, and the old files and telinit u change back.
# limit: 120 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/debian/lib.sh
. "${0%/*}/debian/lib.sh"
boot_debian
inside cp -a /etc/inittab /root/inittab

# what doc/install.md says, as it stands there: three commands, and two for the way back
sed -n '/^## Any other/,/^`init=/s/^    //p' "$here/../doc/install.md" >"$T/commands"
equal "commands" "$(wc -l <"$T/commands")" 5
does() {
	command=$(sed -n "$1p" "$T/commands")
	case $command in
	make*)	(unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES; make -s -C "$here/.." install DESTDIR="$R") ;;
	*)	inside sh -c "$command" ;;
	esac >"$T/out" 2>&1 || {
		show output <"$T/out"
		die "$command"
	}
}
does 1
does 2
inside cmp /etc/inittab /root/inittab
does 3
eventually inside grep -q RUNG_VERSION /proc/1/exe
all_are rung
inside test -e /sbin/bootlogd.old

does 4
does 5
eventually not inside grep -q RUNG_VERSION /proc/1/exe
all_are classic
equal "files that are left" "$(inside find /sbin/ /bin/ -name '*.old')" ''
for program in init telinit shutdown halt poweroff reboot runlevel killall5 fstab-decode bootlogd; do
	inside cat "/sbin/$program" | cmp - "$system/usr/sbin/$program"
done
