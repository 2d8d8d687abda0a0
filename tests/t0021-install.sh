#!/bin/sh
# make install puts the programs, their pages and a table in place below DESTDIR, and nothing else.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
make_it CFLAGS=-O0
make_it CFLAGS=-O0 DESTDIR="$T/a root" install
listed() {
	(cd "$1" && find . ! -type d | sort)
}
listed "$T/a root" >"$T/is"
{
	cat <<END
./bin/initctl
./bin/pidof
./bin/readbootlog
./etc/inittab
./sbin/bootlogd
./sbin/fstab-decode
./sbin/halt
./sbin/init
./sbin/killall5
./sbin/poweroff
./sbin/reboot
./sbin/runlevel
./sbin/shutdown
./sbin/telinit
./usr/share/doc/rung/inittab
END
	# pages and completion: whole folders
	cd "$tree"
	for page in man/*; do echo "./usr/share/man/man${page##*.}/${page#man/}"; done
	for file in completion/bash/*; do
		echo "./usr/share/bash-completion/completions/${file##*/}"
	done
	for file in completion/zsh/*; do echo "./usr/share/zsh/site-functions/${file##*/}"; done
	for file in completion/fish/*; do
		echo "./usr/share/fish/vendor_completions.d/${file##*/}"
	done
} | LC_ALL=C sort >"$T/wanted"
LC_ALL=C sort "$T/is" | diff "$T/wanted" -
for link in poweroff reboot; do
	equal "$link" "$(readlink "$T/a root/sbin/$link")" halt
done
for program in init telinit shutdown halt runlevel killall5 fstab-decode bootlogd ../bin/initctl ../bin/pidof ../bin/readbootlog; do
	equal "the mode of $program" "$(stat -c %a "$T/a root/sbin/$program")" 755
done
equal "the mode of the table" "$(stat -c %a "$T/a root/etc/inittab")" 644
cmp "$tree/etc/inittab" "$T/a root/etc/inittab"
# what is a link in the tree is a whole file where it is installed
equal "links among them" "$(find "$T/a root/usr" -type l)" ''

# again, over itself
make_it CFLAGS=-O0 DESTDIR="$T/a root" install
listed "$T/a root" | diff "$T/is" -
