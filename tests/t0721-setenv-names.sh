#!/bin/sh
# Only names that begin with INIT_ can be set.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:4:once:/sbin/showenv a1
END
eventually in_level 3
telinit -e LD_PRELOAD=/x -e PATH=/x -e INIT=1 -e init_a=1 -e HOME -e INIT_OK=1 2>"$T/said"
if grep -q RUNG_VERSION "$INIT"; then
	equal "lines of complaint" "$(grep -c "^telinit: -e .*: init ignores it: expected a name that begins with INIT_$" "$T/said")" 5
	grep -q " PATH=/x: " "$T/said"
fi
message 6 0 0 '=x\0INIT_=x\0IFS=x\0INIT_LAST=1\0\0' | send
telinit 4
eventually test -e "$R/run/env.a1"
env_has a1 INIT_OK=1
env_has a1 INIT_LAST=1
env_has a1 HOME=/
env_has a1 PATH=/sbin:/usr/sbin:/bin:/usr/bin
not grep -e '^LD_PRELOAD' -e '^INIT=' -e '^init_a' -e '^IFS' -e '^=' "$R/run/env.a1"
