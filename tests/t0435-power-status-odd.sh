#!/bin/sh
# A power status that is empty or unknown means that the power fails; a second event is new.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
pf::powerfail:/sbin/note pf
pn::powerfailnow:/sbin/note pn
po::powerokwait:/sbin/note po
END
eventually in_level 3
count() {
	noted pf && [ "$(note_count pf)" -eq "$1" ]
}
: >"$R/run/powerstatus"
signal PWR
eventually count 1
eventually test ! -e "$R/run/powerstatus"
echo x >"$R/run/powerstatus"
signal PWR
eventually count 2
eventually test ! -e "$R/run/powerstatus"
echo low >"$R/run/powerstatus"
signal PWR
eventually count 3
not noted pn
not noted po
