#!/bin/sh
# make install-rc installs start-stop-daemon and its page, uninstall-rc removes them; make install leaves the system's.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
make_it CFLAGS=-O0 DESTDIR="$T/root" install
[ ! -e "$T/root/sbin/start-stop-daemon" ] || die "make install has put it there"
make_it CFLAGS=-O0 DESTDIR="$T/root" install-rc
cmp "$tree/start-stop-daemon" "$T/root/sbin/start-stop-daemon"
equal mode "$(stat -c %a "$T/root/sbin/start-stop-daemon")" 755
[ -s "$T/root/usr/share/man/man8/start-stop-daemon.8" ] || die "no page"
make_it CFLAGS=-O0 DESTDIR="$T/root" uninstall-rc
[ ! -e "$T/root/sbin/start-stop-daemon" ] || die "it is still there"
[ ! -e "$T/root/usr/share/man/man8/start-stop-daemon.8" ] || die "the page is still there"
