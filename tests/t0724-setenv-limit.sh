#!/bin/sh
# When the variables fill their 4096 bytes, that is said, and those that fitted stay.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:4:once:/sbin/showenv a1
a2:5:once:/sbin/showenv a2
END
eventually in_level 3
long=$(head -c 340 /dev/zero | tr '\0' v)
n=10
while [ "$n" -lt 24 ]; do
	telinit -e "INIT_$n=$long"
	n=$((n + 1))
done
eventually console_has "no room for INIT_2"
telinit 4
eventually test -e "$R/run/env.a1"
count=$(grep -c "^INIT_[0-9]*=$long\$" "$R/run/env.a1")
equal variables "$count" $((4096 / 349))
telinit -e INIT_10 -e INIT_NEW=1
telinit 5
eventually test -e "$R/run/env.a2"
env_has a2 INIT_NEW=1
env_has a2 "INIT_11=$long"
not env_has a2 "INIT_10=$long"
