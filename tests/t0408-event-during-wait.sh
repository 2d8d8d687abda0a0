#!/bin/sh
# A power event is served while a wait entry runs, wherever in the file it stands.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:wait:/sbin/gate a1
pn::powerfailnow:/sbin/note pn
ca::ctrlaltdel:/sbin/note ca
END
eventually noted "gate a1"
signal PWR
message 3 0 3 | send
eventually noted pn
signal INT
eventually noted ca
not noted "passed a1"
