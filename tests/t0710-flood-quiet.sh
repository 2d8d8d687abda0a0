#!/bin/sh
# A flood of bogus or unknown requests does not flood the console.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
{
	message 99 2 3
	head -c 384 /dev/zero
} >"$T/pair"
n=0
while [ "$n" -lt 300 ]; do
	cat "$T/pair"
	n=$((n + 1))
done | send
message 99 2 3 >"$T/pair"
n=0
while [ "$n" -lt 300 ]; do
	cat "$T/pair"
	n=$((n + 1))
done | send
message 1 4 0 | send
eventually in_level 4
eventually console_has "Switching to runlevel: 4"
console_has "got bogus initrequest"
console_has "got unimplemented initrequest."
lines=$(console_count initrequest)
[ "$lines" -lt 100 ] || die "$lines lines about bad requests"
