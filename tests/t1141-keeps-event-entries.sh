#!/bin/sh
# Events act after an exec of init, and those that acted before it do not act again.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
id:3:initdefault:
pf:3:powerfail:/sbin/note pf
ca:3:ctrlaltdel:/sbin/note ca
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
signal INT
eventually noted ca
for way in upgrade crash; do survive $way; done
never_within 200 not noted_times 1 ca
signal PWR
eventually noted pf
survive crash
signal INT
eventually noted_times 2 ca
equal "starts of pf" "$(note_count pf)" 1
