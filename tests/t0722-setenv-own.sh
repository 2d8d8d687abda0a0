#!/bin/sh
# What init says itself, INIT_VERSION, cannot be set by others.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:4:once:/sbin/showenv a1
END
eventually in_level 3
telinit -e INIT_VERSION=mine
telinit 4
eventually test -e "$R/run/env.a1"
equal "lines of INIT_VERSION" "$(grep -c ^INIT_VERSION= "$R/run/env.a1")" 1
grep -q '^INIT_VERSION=sysvinit-3\.[0-9]' "$R/run/env.a1"
