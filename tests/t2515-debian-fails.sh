#!/bin/sh
# An installation, upgrade or removal that fails, wherever it does, leaves the init of before, whole and running.
# limit: 600 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/debian/lib.sh
. "${0%/*}/debian/lib.sh"
boot_debian
# not on the layer over the system, which does not let dpkg take back what it has renamed: ESTALE
for dir in /usr/sbin /usr/bin /usr/share; do
	# shellcheck disable=SC2016
	inside sh -c 'mount -t tmpfs -o mode=755 own /mnt && cp -a "$1/." /mnt && mount --move /mnt "$1"' - "$dir"
done

nothing_left() {
	equal "diversions" "$(inside dpkg-divert --list | grep rung || :)" ''
	equal "names" "$(inside find /sbin/ /bin/ /usr/share -name '*.sysvinit*' -o -name '*rung*')" ''
}

# Of what scripts call to change something, the Nth call fails; to ask dpkg-divert is none.
put /root/failing/dpkg-divert 755 <<-'END'
	#!/bin/sh
	cd "${0%/*}"
	[ "$1" = --listpackage ] || {
		call=$(($(cat count) + 1))
		echo "$call" >count
		[ "$call" -ne "$(cat last)" ] || exit 1
	}
	exec /usr/bin/dpkg-divert "$@"
END
for program in ln mv; do
	inside sh -c "sed 's,/usr/bin/dpkg-divert,/bin/$program,' /root/failing/dpkg-divert >/root/failing/$program; chmod 755 /root/failing/$program"
done

# fails N ARGUMENT of dpkg...: with that many calls before the one that fails
fails() {
	echo 0 | put /root/failing/count
	echo "$1" | put /root/failing/last
	shift
	! inside env PATH=/root/failing:/sbin:/usr/sbin:/bin:/usr/bin DEBIAN_FRONTEND=noninteractive \
		dpkg --force-unsafe-io "$@" >"$T/dpkg" 2>&1 || die "dpkg $* did not fail"
	whole
}

# another package has one of rung's files
mkdir -p "$T/clash/DEBIAN" "$T/clash/usr/share/doc/rung"
echo clash >"$T/clash/usr/share/doc/rung/README.Debian.md"
printf '%s\n' 'Package: clash' 'Version: 1' 'Architecture: all' 'Maintainer: nobody <nobody@localhost>' \
	'Description: clash' >"$T/clash/DEBIAN/control"
command dpkg-deb --root-owner-group --build "$T/clash" "$T/clash.deb" >"$T/out"
put /root/clash.deb <"$T/clash.deb"
dpkg --install /root/clash.deb
fails 0 --install /root/rung.deb
grep -q 'trying to overwrite' "$T/dpkg"
all_are classic
dpkg --purge rung clash
nothing_left

# the script of an installation, which has two for each file
for call in 1 2 17 40; do
	fails "$call" --install /root/rung.deb
	all_are classic
	dpkg --purge rung
	nothing_left
done

dpkg --install /root/rung.deb
all_are rung
# of a removal, which has five: rung stays
for call in 1 2 3 4 5 32 58; do
	fails "$call" --remove rung
	all_are rung
	inside dpkg --status rung | grep -q '^Status: .* ok installed' || die "dpkg has it not as installed"
done

# of an upgrade: rung stays, and can go
inside sh -c 'dpkg --force-overwrite --force-unsafe-io --install /root/clash.deb' >"$T/out" 2>&1
command dpkg-deb -R "$deb" "$T/newer"
sed -i 's/^Version: .*/Version: 99-1/' "$T/newer/DEBIAN/control"
sed -i '2i exit 1' "$T/newer/DEBIAN/preinst"
command dpkg-deb --root-owner-group --build "$T/newer" "$T/newer.deb" >"$T/out"
put /root/newer.deb <"$T/newer.deb"
fails 0 --install /root/newer.deb
all_are rung
sed -i '2d' "$T/newer/DEBIAN/preinst"
sed -i '2i exit 1' "$T/newer/DEBIAN/postinst"
command dpkg-deb --root-owner-group --build "$T/newer" "$T/newer.deb" >"$T/out"
put /root/newer.deb <"$T/newer.deb"
fails 0 --install /root/newer.deb
all_are rung
dpkg --purge rung
all_are classic
dpkg --purge clash
nothing_left
