#!/bin/sh
# SIGPWR with O in /run/powerstatus starts the powerokwait entries and removes the file.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
pf::powerfail:/sbin/note pf
po::powerokwait:/sbin/note po
END
eventually in_level 3
echo OK >"$R/run/powerstatus"
signal PWR
eventually noted po
eventually test ! -e "$R/run/powerstatus"
not noted pf
