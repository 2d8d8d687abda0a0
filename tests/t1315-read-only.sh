#!/bin/sh
# File systems that are read-only hold up nothing.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
boot <<TABLE
id:3:initdefault:
$(pulse_lines)
a2:2:respawn:/bin/sleep 1005
TABLE
eventually running a1
for dir in / /run /dev /tmp; do
	inside mount -o remount,ro "$dir" || skip "cannot make $dir read-only here"
done
pulse a
telinit 2
eventually running a2
pulse b
telinit u
eventually console_has reloading
pulse c
