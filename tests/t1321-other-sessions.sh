#!/bin/sh
# Children that are in other sessions, and those that ignore TERM, hold up nothing while they are stopped.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
put /sbin/family 755 <<'PROGRAM'
#!/bin/sh
trap "" TERM
setsid sleep 1010 &
sleep 1011 &
echo family >>/run/notes
wait
while :; do sleep 1000; done
PROGRAM
boot <<TABLE
id:3:initdefault:
$(pulse_lines)
f1:3:respawn:/sbin/family
r2:2:respawn:/bin/sleep 1006
TABLE
eventually running a1
eventually noted family
eventually runs "sleep 1010"
telinit -t 5 2
eventually console_has "Sending processes configured via /etc/inittab the TERM signal"
pulse a
pulse b
! running r2 || die "nothing was being stopped"
eventually running r2
runs "sleep 1010" || die "who is in a session of its own is none of init's"
! runs "sleep 1011" || die "one of the group lives"
