#!/bin/sh
# A full disk under /var/log and /etc holds up nothing.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
boot <<TABLE
id:3:initdefault:
si::sysinit:/bin/mount -t tmpfs -o size=64k log /var/log
s2::sysinit:/bin/touch /var/log/wtmp
s3::sysinit:/sbin/harm fill /var/log/junk
$(pulse_lines)
TABLE
eventually running a1
[ -s "$R/var/log/junk" ] || die "nothing fills the disk"
pulse a
pulse b
