#!/bin/sh
# Commands 2, 3 and 4 fire the entries of their power event, each time anew.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
pf::powerfail:/sbin/note pf
pw::powerwait:/sbin/note pw
pn::powerfailnow:/sbin/note pn
po::powerokwait:/sbin/note po
END
eventually in_level 3
eventually test -p "$R/run/initctl"
message 2 0 3 | send
eventually noted pf
eventually noted pw
not noted pn
not noted po
message 3 0 3 | send
eventually noted pn
not noted po
message 4 0 3 | send
eventually noted po
again() {
	message 2 0 3 | send
	[ "$(note_count pf)" -ge 2 ] && [ "$(note_count pw)" -ge 2 ]
}
eventually again
equal "starts for the low battery" "$(note_count pn)" 1
