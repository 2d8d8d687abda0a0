#!/bin/sh
# A power status that nobody can read, a pipe, does not stop init.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
pf::powerfail:/sbin/note pf
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
mkfifo "$R/run/powerstatus"
signal PWR
eventually noted pf
old=$(pid_of a1) && kill "$old"
eventually new_pid a1 "$old"
