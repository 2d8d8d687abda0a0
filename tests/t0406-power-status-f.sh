#!/bin/sh
# SIGPWR with any other character in /run/powerstatus means that the power fails.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
pf::powerfail:/sbin/note pf
END
eventually in_level 3
printf F >"$R/run/powerstatus"
signal PWR
eventually noted pf
eventually test ! -e "$R/run/powerstatus"
