#!/bin/sh
# The boot record tells the time of the boot, not that of the end of sysinit.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
si::sysinit:+/sbin/gate si
END
find_records
began=$(date +%s)
eventually noted "gate si"
later() {
	[ "$(date +%s)" -ge $((began + 3)) ]
}
eventually later
open_gate si
eventually has_record "$UTMP" "2 0"
case $(uname -m) in
x86_64 | i?86 | arm*) ;;
*) skip "this machine's records have another layout" ;;
esac
seconds=$(tail -c +341 "$UTMP" | od -An -N 4 -td4)
[ "$seconds" -le $((began + 1)) ] || die "$((seconds - began)) s late"
