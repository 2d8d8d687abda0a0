#!/bin/sh
# SIGHUP, telinit q and a level change start a held entry anew.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:23:respawn:/sbin/note a1
END
starts_are() {
	[ "$(note_count a1)" -eq "$1" ]
}
eventually starts_are 10
eventually console_has "respawning too fast"
signal HUP
eventually starts_are 20
telinit q
eventually starts_are 30
telinit 2
eventually starts_are 40
