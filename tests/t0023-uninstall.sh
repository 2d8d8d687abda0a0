#!/bin/sh
# make uninstall takes away all that make install has put there, but for the table.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
make_it CFLAGS=-O0
mkdir -p "$T/root/sbin" "$T/root/usr/share/man/man8"
touch "$T/root/sbin/mine" "$T/root/usr/share/man/man8/mine.8"
for prefix in '' /usr; do
	make_it CFLAGS=-O0 DESTDIR="$T/root" PREFIX="$prefix" install
	make_it CFLAGS=-O0 DESTDIR="$T/root" PREFIX="$prefix" uninstall
	equal "what is left" "$(cd "$T/root" && find . ! -type d | sort | tr '\n' ' ')" \
		'./etc/inittab ./sbin/mine ./usr/share/man/man8/mine.8 '
done
# where nothing is there to be taken away
make_it DESTDIR="$T/nowhere" uninstall
