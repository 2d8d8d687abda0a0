#!/bin/sh
# The engine needs at most twenty system calls for each script, and no copy of its memory for one of /bin/sh.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
command -v strace >/dev/null || skip "no strace"
boot_services
n=0
while [ $n -lt 60 ]; do
	n=$((n + 1))
	noter "s$n"
	[ $n -gt 10 ] || link 2 "S01s$n"
	link 3 "S01s$n"
done
# another interpreter may be where it takes long to get it from
sed '1s,.*,#!/usr/bin/env sh,' "$R/etc/init.d/s1" | put /etc/init.d/s1 755
# calls LEVEL: how many, of the engine alone
calls() {
	inside strace -o /run/trace -e signal=none rcrun "$1" >"$T/out" 2>&1
	wc -l <"$R/run/trace"
}
few=$(calls 2)
many=$(calls 3)
equal "started without a copy" "$(grep -c '^vfork(' "$R/run/trace")" 59
equal "started with one" "$(grep -cE '^(clone3?|fork)\(' "$R/run/trace")" 1
[ $((many - few)) -le $((50 * 20)) ] || die "$((many - few)) for 50 scripts more"
equal "scripts that were started" "$(inside grep -c "^start s" /run/notes)" 70
