#!/bin/sh
# Init gives a console that is in disorder sane settings at boot.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
open_terminal
stty -F "$T/tty" raw -echo -isig
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note a1
END
eventually noted a1
stty -F "$T/tty" -a | tr ' ;' '[\n*]' >"$T/settings"
for flag in icanon isig echo icrnl opost onlcr hupcl clocal cread ixon; do
	grep -qx -e "$flag" "$T/settings" || die "no $flag: $(cat "$T/settings")"
done
