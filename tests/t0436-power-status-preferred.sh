#!/bin/sh
# /run/powerstatus counts when both files are there, and /etc/powerstatus stays.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
pn::powerfailnow:/sbin/note pn
po::powerokwait:/sbin/note po
END
eventually in_level 3
echo O >"$R/etc/powerstatus"
echo L >"$R/run/powerstatus"
signal PWR
eventually noted pn
eventually test ! -e "$R/run/powerstatus"
not noted po
equal "the other file" "$(cat "$R/etc/powerstatus")" O
