#!/bin/sh
# A shutdown at a time of day follows the wall clock when that is set; one in so many minutes does not.
# limit: 180 s
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
limit=$((limit * 5 / 2))
command -v utmpdump >/dev/null || skip "no utmpdump"
printf '[7] [00900] [yS0 ] [%-8s] [%-12s] [%-20s] [%-15s] [%s]\n' alice ttyS0 '' 0.0.0.0 \
	2026-01-01T00:00:00,000000+00:00 | utmpdump -r 2>/dev/null | file etc/logged-in
qboot <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
ag:2:respawn:/sbin/agent
INITTAB
guest 'cat /etc/logged-in >>/run/utmp'
guest 'date -s "2026-05-05 10:00:00" >/dev/null; shutdown -k 10:12 >/dev/null & sleep 1; test -e /run/shutdown.pid'
eventually serial_has 'maintenance mode in 12 minutes!'
guest 'date -s "2026-05-05 10:08:30" >/dev/null'
eventually serial_has 'maintenance mode in 4 minutes!'
guest_eventually 'test -e /run/nologin'
# and it sleeps on
ticks='read -r pid </run/shutdown.pid; cut -d " " -f 14,15 /proc/$pid/stat'
before=$(guest "$ticks") after=$(guest "sleep 1; $ticks")
[ "$((${after% *} + ${after#* } - ${before% *} - ${before#* }))" -lt 20 ] || die "it is busy: $before, $after"
# back: it is not forgotten, nor told again
guest 'date -s "2026-05-05 09:00:00" >/dev/null; sleep 1; test -e /run/shutdown.pid'
guest 'date -s "2026-05-05 10:12:01" >/dev/null'
eventually serial_has 'going down to maintenance mode NOW!'
guest_eventually 'test ! -e /run/shutdown.pid'

guest 'shutdown -r +12 >/dev/null & sleep 1; test -e /run/shutdown.pid'
eventually serial_has 'for reboot in 12 minutes!'
guest 'date -s "2026-05-05 23:00:00" >/dev/null; sleep 1; test -e /run/shutdown.pid'
guest 'date -s "2025-05-05 23:00:00" >/dev/null; sleep 1; test -e /run/shutdown.pid'
! serial_has 'for reboot in 11' || die "the clock has moved it"
! serial_has 'for reboot NOW' || die "the clock has moved it"
