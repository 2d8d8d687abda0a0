#!/bin/sh
# Children have PATH, SHELL, CONSOLE, INIT_VERSION and what the kernel gave init, each once.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot --env foo.bar=5 --env PATH=/nowhere <<END
id:3:initdefault:
a1:3:once:/sbin/showenv a1
END
eventually test -e "$R/run/env.a1"
env_has a1 PATH=/sbin:/usr/sbin:/bin:/usr/bin
env_has a1 SHELL=/bin/sh
env_has a1 CONSOLE=/dev/console
env_has a1 HOME=/
env_has a1 TERM=linux
env_has a1 foo.bar=5
grep -q '^INIT_VERSION=sysvinit-3\.[0-9]' "$R/run/env.a1"
equal duplicates "$(sed 's/=.*//' "$R/run/env.a1" | sort | uniq -d)" ""
