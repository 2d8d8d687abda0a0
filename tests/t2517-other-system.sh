#!/bin/sh
# On a system with a classic init and no package, make install and telinit u change to rung, and the old files and telinit u change back.
# limit: 120 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/debian/lib.sh
. "${0%/*}/debian/lib.sh"
boot_debian
programs="init telinit shutdown halt poweroff reboot runlevel killall5 fstab-decode"

# what doc/install.md says
# shellcheck disable=SC2016
inside sh -c 'for p in $1; do cp -a /sbin/$p /sbin/$p.old; done; cp -a /bin/pidof /bin/pidof.old' - "$programs"
inside cp -a /etc/inittab /root/inittab
(unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES; make -s -C "$here/.." install DESTDIR="$R") >"$T/out" 2>&1 || {
	show make <"$T/out"
	die "no installation"
}
inside cmp /etc/inittab /root/inittab
inside telinit u
eventually inside grep -q RUNG_VERSION /proc/1/exe
all_are rung

# shellcheck disable=SC2016
inside sh -c 'for p in $1; do mv /sbin/$p.old /sbin/$p; done; mv /bin/pidof.old /bin/pidof; telinit u' - "$programs"
eventually not inside grep -q RUNG_VERSION /proc/1/exe
all_are classic
