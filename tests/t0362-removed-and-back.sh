#!/bin/sh
# A line that is removed and put back starts its process anew when the old one is gone.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/stubborn a1
a2:3:respawn:/bin/sleep 1002
END
eventually noted "stubborn a1"
old=$(pid_of a1)
# time enough to put it back within the grace, on a busy machine, too
telinit -t 3 q
cp "$R/etc/inittab" "$R/etc/back"
sed -i /^a1:/d "$R/etc/inittab"
signal HUP
eventually console_has "the TERM signal"
mv "$R/etc/back" "$R/etc/inittab"
signal HUP
eventually new_pid a1 "$old"
not alive "$old"
equal "processes of a1" "$(pids_of a1 | wc -l)" 1
