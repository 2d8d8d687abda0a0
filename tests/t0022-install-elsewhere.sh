#!/bin/sh
# PREFIX moves the programs, STRIP strips them, and a table that exists is left alone.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
make_it CFLAGS='-O0 -g'
mkdir -p "$T/a root/etc"
echo '# mine' >"$T/a root/etc/inittab"
make_it CFLAGS='-O0 -g' DESTDIR="$T/a root" PREFIX=/usr STRIP=strip install
equal "the table" "$(cat "$T/a root/etc/inittab")" '# mine'
[ ! -e "$T/a root/sbin" ] || die "programs outside of PREFIX"
for program in init telinit halt runlevel poweroff reboot; do
	[ -x "$T/a root/usr/sbin/$program" ] || die "no $program"
	not sh -c "readelf -SW '$T/a root/usr/sbin/$program' | grep -q debug_info" ||
		die "$program is not stripped"
done
"$T/a root/usr/sbin/init" --version >"$T/version"
# the build tree keeps its own
readelf -SW "$tree/init" | grep -q debug_info
