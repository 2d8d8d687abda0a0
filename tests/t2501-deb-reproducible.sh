#!/bin/sh
# make deb makes the same bytes of the same sources, wherever and whenever, and it belongs to root.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
need dpkg-deb
export SOURCE_DATE_EPOCH=1700000000 DEBIAN_PREFIX='' DEBEMAIL=someone@example.org DEBFULLNAME='Some One'
make -s -C "$tree" CFLAGS=-O0 deb >"$T/out" 2>"$T/errors"
[ ! -s "$T/errors" ]
deb=rung_$(cat "$tree/VERSION")-1_$(dpkg --print-architecture).deb
equal "what it says" "$(tail -n 1 "$T/out")" "$deb"
cp -R "$tree" "$T/other tree" 2>/dev/null || die "no copy"
mv "$T/other tree" "$T/elsewhere"
(umask 077 && make -s -C "$T/elsewhere" clean && TZ=Asia/Tokyo LC_ALL=C.UTF-8 make -s -C "$T/elsewhere" CFLAGS=-O0 deb >"$T/out")
cmp "$tree/$deb" "$T/elsewhere/$deb"
equal "owners" "$(dpkg-deb -c "$tree/$deb" | grep -vc ' root/root ' || :)" 0
equal "the maintainer" "$(dpkg-deb -f "$tree/$deb" Maintainer)" 'Some One <someone@example.org>'

# for a release whose programs are all below /usr
DEBIAN_PREFIX=/usr DEBIAN_REVISION=2 make -s -C "$tree" CFLAGS=-O0 deb >"$T/out"
deb=${deb%-1_*}-2_${deb##*_}
dpkg-deb -c "$tree/$deb" >"$T/files"
grep -q ' \./usr/sbin/init$' "$T/files"
equal "files outside of /usr" "$(grep -c ' \./[^u./]' "$T/files" || :)" 0
dpkg-deb -e "$tree/$deb" "$T/control"
for script in preinst postinst prerm postrm; do
	grep -q '^	sysvinit-core /usr/sbin/init$' "$T/control/$script"
	! grep '@' "$T/control/$script" | grep -v '"\$@"' || die "$script is not complete"
	sh -n "$T/control/$script"
done
