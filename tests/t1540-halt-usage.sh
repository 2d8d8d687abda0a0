#!/bin/sh
# halt, poweroff and reboot answer what they do not know with their usage on standard error, and do nothing.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<INITTAB
id:3:initdefault:
zz:06:respawn:/bin/sleep 1000
INITTAB
eventually in_level 3
refused() {
	status=0
	inside "$@" >"$T/out" 2>"$T/said" || status=$?
	equal "status of $*" "$status" 1
	equal "output of $*" "$(cat "$T/out")" ''
	grep -qi "^usage: $1" "$T/said" || die "$*: $(cat "$T/said")"
}
for name in halt poweroff reboot; do
	refused "$name" now
	refused "$name" -f now
	refused "$name" -z
done
refused halt -k
refused poweroff -m text
in_level 3
