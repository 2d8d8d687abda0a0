#!/bin/sh
# SIGPWR with L in /run/powerstatus starts the powerfailnow entries.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
pf::powerfail:/sbin/note pf
pn::powerfailnow:/sbin/note pn
END
eventually in_level 3
printf L >"$R/run/powerstatus"
signal PWR
eventually noted pn
not noted pf
