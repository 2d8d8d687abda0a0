#!/bin/sh
# Children that are stopped, also while they are told to end, hold up nothing.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
boot <<TABLE
id:3:initdefault:
$(pulse_lines)
s1:3:respawn:/bin/sleep 1005
s2:3:respawn:/sbin/stubborn s2
r2:2:respawn:/bin/sleep 1006
TABLE
eventually running a1
eventually running s1
eventually noted "stubborn s2"
kill -STOP "$(pid_of s1)" "$(pid_of s2)"
pulse a
telinit -t 60 2
eventually console_has "Switching to runlevel: 2"
stopping=$(pid_of s2)
kill -STOP "$stopping"
pulse b
telinit -t 0 2
signal HUP	# asks again, now without a grace time
eventually running r2
! alive "$stopping" || die "it lives"
