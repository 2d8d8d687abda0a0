#!/bin/sh
# Every program tells the version of the file VERSION; init --version has the classic's form.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
echo 7.8.9-test >"$tree/VERSION"
make_it CFLAGS=-O0
"$tree/init" --version >"$T/init" || die "init --version: status $?"
sed -n 1p "$T/init" | grep -qxE 'SysV init version: 3\.[0-9]+'
equal "the second line" "$(sed -n 2p "$T/init")" ''
for program in init telinit shutdown halt runlevel killall5 pidof fstab-decode; do
	"$tree/$program" --version | grep -qE '(rung|\(rung\)) 7\.8\.9-test' || die "$program"
done
# another version: made anew without being told to
echo 7.8.10 >"$tree/VERSION"
make_it CFLAGS=-O0
"$tree/init" --version | grep -qw 'rung 7\.8\.10'
