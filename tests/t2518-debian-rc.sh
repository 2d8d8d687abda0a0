#!/bin/sh
# Debian's table may name the package's rc in the place of Debian's; it names Debian's again when the package goes.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/debian/lib.sh
. "${0%/*}/debian/lib.sh"
boot --system "$system" <<END
id:2:initdefault:
r1:2345:respawn:/bin/sleep 1001
s5:5:wait:/etc/init.d/rcS
l3:3:wait:/etc/init.d/rc 3
l4:4:wait:/etc/init.d/rc 4
# ab:5:wait:/etc/init.d/rc 5
END
eventually in_level 2
eventually running r1
put /etc/init.d/it 755 <<'END'
#!/bin/sh
### BEGIN INIT INFO
# Provides: it
# Required-Start:
# Required-Stop:
# Default-Start: 3 4
# Default-Stop:
### END INIT INFO
read -r by </proc/$PPID/comm
echo "$1 by $by" >>/run/notes
END
# only that, whatever Debian starts there
# shellcheck disable=SC2016
inside sh -c 'for l in 3 4; do rm -f /etc/rc$l.d/*; ln -s ../init.d/it /etc/rc$l.d/S01it; done'
put /root/rung.deb <"$deb"
cp "$R/etc/inittab" "$T/inittab"
dpkg --install /root/rung.deb
# as packaging/debian/README.md says it
# shellcheck disable=SC2016
switch=$(sed -n '/^    sed -i .*inittab/s/^ *//p' "$here/../packaging/debian/README.md")
inside sh -c "$switch"
inside telinit 3
eventually noted "start by rcrun"
eventually in_level 3
inside initctl blame >"$T/blame"
grep -q ' it (level 3)' "$T/blame" || { show blame <"$T/blame"; die "initctl does not know of it"; }
# installed over itself it stays
dpkg --install /root/rung.deb
! cmp -s "$R/etc/inittab" "$T/inittab" || die "the table is as before"

dpkg --remove rung
cmp "$R/etc/inittab" "$T/inittab" || die "the table is not as before"
inside telinit 4
eventually grep -q "Using makefile-style concurrent boot in runlevel 4" "$T/console"
