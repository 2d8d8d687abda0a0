#!/bin/sh
# A name of more than the 15 bytes that the kernel keeps is found by these where argv[0] is of no use.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
END
eventually in_level 3
mkdir "$R/tmp/x"
cp /bin/sleep "$R/tmp/x/averylongprogramname"
# shellcheck disable=SC2016
inside setsid -f bash -c 'exec -a "$0" "$@"' 'long name' /tmp/x/averylongprogramname 3003
found() {
	inside pidof "$@" >/dev/null
}
eventually found averylongprogramname
not found averylongprogr_
