#!/bin/sh
# Before sysvinit's programs move to /usr, as in an upgrade to Debian 13, rung's package for /sbin has to go: no diversion would spare them.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/debian/lib.sh
. "${0%/*}/debian/lib.sh"
[ -z "${SUITE-}" ] || skip "this is for Debian 12"
boot_debian
dpkg --install /root/rung.deb
for package in sysvinit-core sysvinit-utils; do
	put "/root/$package/DEBIAN/control" <<-END
		Package: $package
		Version: 3.08-7
		Architecture: all
		Maintainer: nobody <nobody@localhost>
		Description: as if its programs were below /usr
	END
	inside dpkg-deb --build "/root/$package" >"$T/out" 2>&1
	! inside dpkg --install "/root/$package.deb" >"$T/dpkg" 2>&1 || die "$package was installed beside rung"
	grep -q "rung conflicts with $package" "$T/dpkg" || die "another reason: $(cat "$T/dpkg")"
	all_are rung
done
dpkg --remove rung
all_are classic
