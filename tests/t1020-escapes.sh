#!/bin/sh
# In the value of an option %3a is a colon, %2c a comma and %25 a per cent sign.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
si::sysinit:/bin/ln -s console /dev/a:b,c%d
a1:3:once,tty=a%3ab%2Cc%25d,nolog:/sbin/gate a1
END
eventually noted "gate a1"
read -r stat <"/proc/$(pid_of a1)/stat"
# shellcheck disable=SC2086
set -- ${stat##*) }
[ "$5" -ne 0 ] || die "no controlling terminal"
