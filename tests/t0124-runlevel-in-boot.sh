#!/bin/sh
# RUNLEVEL is S and PREVLEVEL is N for sysinit, boot and bootwait entries.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
si::sysinit:/sbin/showenv si
bt::boot:/sbin/showenv bt
bw::bootwait:/sbin/showenv bw
a1:3:once:/sbin/showenv a1
END
eventually test -e "$R/run/env.a1"
eventually test -e "$R/run/env.bt"
for entry in si bt bw; do
	env_has "$entry" RUNLEVEL=S
	env_has "$entry" PREVLEVEL=N
done
env_has a1 RUNLEVEL=3
env_has a1 PREVLEVEL=N
