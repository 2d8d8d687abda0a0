#!/bin/sh
# Where the package system knows the programs below /usr, as from Debian 13 on, the package made for that does all the same.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
DEBIAN_PREFIX=/usr
export DEBIAN_PREFIX
# shellcheck source=tests/debian/lib.sh
. "${0%/*}/debian/lib.sh"
[ -z "${SUITE-}" ] || skip "this is for Debian 12; the others are tried on $SUITE itself"
boot_debian
# /sbin is a link to /usr/sbin on both: what differs is the path that sysvinit's packages have in their lists
! dpkg --install /root/rung.deb >"$T/out" || die "it was installed on Debian 12"
inside sed -i 's|^/sbin|/usr&|; s|^/bin|/usr&|' /var/lib/dpkg/info/sysvinit-core.list /var/lib/dpkg/info/sysvinit-utils.list
equal "what is in the list" "$(inside dpkg-query -S /usr/sbin/killall5)" 'sysvinit-utils: /usr/sbin/killall5'
for _ in 1 2; do
	dpkg --install /root/rung.deb
	all_are rung
	inside dpkg-divert --list /usr/sbin/init | grep -q ' /usr/sbin/init to /usr/sbin/init.sysvinit by rung'
	dpkg --install /root/rung.deb
	all_are rung
	dpkg --remove rung
	all_are classic
	equal "diversions" "$(inside dpkg-divert --list | grep rung || :)" ''
	equal "names" "$(inside find /usr/sbin /usr/bin -name '*.sysvinit*' -o -name '*rung*')" ''
done
