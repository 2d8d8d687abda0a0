#!/bin/sh
# An entry without levels runs in all of them except S.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1::respawn:/bin/sleep 1001
~~:S:wait:/sbin/gate s
END
eventually running a1
for level in 1 2 4 5 7 8 9; do
	telinit "$level"
	eventually in_level "$level"
	running a1
done
telinit S
eventually noted "gate s"
not running a1
