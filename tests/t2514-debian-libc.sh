#!/bin/sh
# An upgrade of libc makes process 1 execute itself, as libc6's postinst and needrestart ask it to; nothing is restarted.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/debian/lib.sh
. "${0%/*}/debian/lib.sh"
[ -d "$system/root/debs" ] || skip "no packages in Debian's /root/debs (tests/debian/root puts them there)"
boot_debian
dpkg --install /root/rung.deb
all_are rung

reloads=1	# after the classic
dpkg --install "$(inside sh -c 'echo /root/debs/libc6_*.deb')"
eventually console_times $((reloads + 1)) 'reloading (rung'
all_are rung

inside sh -c 'dpkg-deb -x /root/debs/needrestart_*.deb /root/needrestart &&
	sh /root/needrestart/etc/needrestart/restart.d/sysv-init'
eventually console_times $((reloads + 2)) 'reloading (rung'
all_are rung
