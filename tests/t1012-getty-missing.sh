#!/bin/sh
# A getty whose device is missing waits for it instead of being started again and again.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
for name in testgetty other; do
	put "/sbin/$name" 755 <<-'END'
		#!/bin/sh
		echo "${0##*/} $*" >>/run/notes
		sleep 1000
	END
done
boot <<END
id:3:initdefault:
g1:3:respawn:/sbin/testgetty 38400 ttyZ1
g2:3:respawn:/sbin/testgetty -L /dev/hvcZ2 115200
g3:3:respawn:/sbin/testgetty console
g4:3:respawn:/sbin/other ttyZ1
g5:3:respawn:/sbin/testgetty - vt102
END
eventually noted "testgetty console"
eventually noted "other ttyZ1"
eventually noted "testgetty - vt102"
eventually console_has 'Id "g1": /dev/ttyZ1: No such file'
eventually console_has 'Id "g2": /dev/hvcZ2: No such file'
never_within 1500 noted "testgetty 38400 ttyZ1"
not noted "testgetty -L /dev/hvcZ2 115200"
uptime_ms && began=$now
ln -s console "$R/dev/ttyZ1"
ln -s console "$R/dev/hvcZ2.new"
mv "$R/dev/hvcZ2.new" "$R/dev/hvcZ2"
eventually noted "testgetty 38400 ttyZ1"
eventually noted "testgetty -L /dev/hvcZ2 115200"
for id in g1 g2; do
	took=$(($(started_at "$(pid_of $id)") - began))
	[ "$took" -lt 1000 ] || die "$id was started after $took ms"
done
equal messages "$(console_count "waiting for it")" 2
