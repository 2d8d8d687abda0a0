#!/bin/sh
# SIGPWR without a status file starts the powerfail and powerwait entries.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
pf::powerfail:/sbin/note pf
pw::powerwait:/sbin/note pw
po::powerokwait:/sbin/note po
pn::powerfailnow:/sbin/note pn
END
eventually in_level 3
signal PWR
eventually noted pf
eventually noted pw
never_within 200 noted po
not noted pn
