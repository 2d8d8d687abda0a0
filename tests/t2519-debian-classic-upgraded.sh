#!/bin/sh
# An upgrade of sysvinit-core and sysvinit-utils while rung is installed goes to the names aside; removal brings the newer one back.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/debian/lib.sh
. "${0%/*}/debian/lib.sh"
boot_debian
# newer PACKAGE: /root/PACKAGE.deb is the installed one, whose programs end with another byte, as the next version
newer() {
	# shellcheck disable=SC2016
	inside sh -euc '
		new=/root/$1
		mkdir -p "$new/DEBIAN"
		for file in $(dpkg-query --listfiles "$1"); do
			[ -e "$file" ] && [ ! -d "$file" ] || continue
			mkdir -p "$new${file%/*}"
			cp -a "$file" "$new$file"
		done
		for program in "$new"/sbin/* "$new"/usr/sbin/* "$new"/bin/* "$new"/usr/bin/*; do
			[ ! -f "$program" ] || [ -L "$program" ] || echo newer >>"$program"
		done
		for part in preinst postinst prerm postrm config templates conffiles triggers; do
			[ ! -e "/var/lib/dpkg/info/$1.$part" ] || cp -a "/var/lib/dpkg/info/$1.$part" "$new/DEBIAN/$part"
		done
		dpkg-query --status "$1" | sed "/^Status:/d; /^Conffiles:/d; /^ \/etc\//d; s/^Version: .*/&+newer/" >"$new/DEBIAN/control"
		dpkg-deb --build "$new" "$new.deb"
	' - "$1" >"$T/built" 2>&1 || die "no $1: $(cat "$T/built")"
}
is_newer() {
	[ "$(inside tail -c 6 "$1")" = newer ]
}
newer sysvinit-core
newer sysvinit-utils

dpkg --install /root/rung.deb
all_are rung
dpkg --install /root/sysvinit-utils.deb /root/sysvinit-core.deb
all_are rung
for program in /sbin/init /sbin/halt /sbin/shutdown /sbin/killall5 /sbin/fstab-decode; do
	is_newer "$program.sysvinit" || die "$program.sysvinit is not the newer one"
	! is_newer "$program" || die "$program is not rung's"
done
inside /sbin/telinit q
equal "an audit" "$(inside dpkg --audit)" ''

dpkg --remove rung
all_are classic
is_newer /sbin/init
is_newer /sbin/killall5
