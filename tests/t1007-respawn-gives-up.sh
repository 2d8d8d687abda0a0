#!/bin/sh
# respawn=3600/0/2 gives up after two restarts; a new reading of the table starts anew.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:34:respawn,respawn=3600/0/2:/sbin/note a1
a2:3:respawn:/bin/sleep 1002
END
starts_are() {
	[ "$(note_count a1)" -eq "$1" ]
}
eventually console_has 'Id "a1" in a crash loop: 3 crashes'
starts_are 3
never_within 300 not starts_are 3
eventually running a2
signal HUP
eventually starts_are 6
telinit 4
eventually starts_are 9
