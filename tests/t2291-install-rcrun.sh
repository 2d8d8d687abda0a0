#!/bin/sh
# make install-rcrun installs rcrun, and rc and rcS where no distribution has its own; uninstall-rcrun removes them.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
make_it CFLAGS=-O0 DESTDIR="$T/the root" PREFIX=/usr install-rcrun
files=$(cd "$T/the root" && find . ! -type d | sort)
equal "what is installed" "$files" "./usr/lib/rung/rc
./usr/lib/rung/rcS
./usr/sbin/rcrun
./usr/share/man/man8/rc.8
./usr/share/man/man8/rcS.8
./usr/share/man/man8/rcrun.8"
equal version "$("$T/the root/usr/lib/rung/rc" --version)" "rc (rung) $(cat "$tree/VERSION")"
equal mode "$(stat -c %a "$T/the root/usr/lib/rung/rcS" "$T/the root/usr/sbin/rcrun" "$T/the root/usr/share/man/man8/rcS.8" | paste -sd ' ')" '755 755 644'
make_it CFLAGS=-O0 DESTDIR="$T/the root" PREFIX=/usr uninstall-rcrun
equal "what is left" "$(find "$T/the root" ! -type d)" ''
