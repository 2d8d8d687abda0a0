#!/bin/sh
# Without /run/powerstatus the file /etc/powerstatus is read.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
po::powerokwait:/sbin/note po
END
eventually in_level 3
printf O >"$R/etc/powerstatus"
signal PWR
eventually noted po
eventually test ! -e "$R/etc/powerstatus"
