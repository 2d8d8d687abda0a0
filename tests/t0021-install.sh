#!/bin/sh
# make install puts the programs, their pages and a table in place below DESTDIR, and nothing else.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
make_it CFLAGS=-O0
make_it CFLAGS=-O0 DESTDIR="$T/root" install
listed() {
	(cd "$1" && find . ! -type d | sort)
}
listed "$T/root" >"$T/is"
cat >"$T/wanted" <<END
./etc/inittab
./sbin/halt
./sbin/init
./sbin/poweroff
./sbin/reboot
./sbin/runlevel
./sbin/telinit
./usr/share/doc/rung/inittab
./usr/share/man/man5/initctl.5
./usr/share/man/man5/inittab.5
./usr/share/man/man8/halt.8
./usr/share/man/man8/init.8
./usr/share/man/man8/poweroff.8
./usr/share/man/man8/reboot.8
./usr/share/man/man8/runlevel.8
./usr/share/man/man8/telinit.8
END
grep -v -e /bash-completion/ -e /zsh/ -e /fish/ "$T/is" | diff "$T/wanted" -
for link in poweroff reboot; do
	equal "$link" "$(readlink "$T/root/sbin/$link")" halt
done
for program in init telinit halt runlevel; do
	equal "the mode of $program" "$(stat -c %a "$T/root/sbin/$program")" 755
done
equal "the mode of the table" "$(stat -c %a "$T/root/etc/inittab")" 644
cmp "$tree/etc/inittab" "$T/root/etc/inittab"
# pages that are links in the tree are whole pages where they are installed
equal "links among the pages" "$(find "$T/root/usr" -type l)" ''

# again, over itself
make_it CFLAGS=-O0 DESTDIR="$T/root" install
listed "$T/root" | diff "$T/is" -
