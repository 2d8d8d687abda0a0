#!/bin/sh
# Without a /proc of its own pid namespace pidof says so, ends with 1 and mistakes nobody.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
END
eventually running a1
equal "another namespace" "$(inside unshare --pid --fork pidof sleep 2>&1 || echo $?)" \
	"$(printf 'pidof: /proc: it shows another pid namespace\n1')"
equal "none" "$(inside unshare --mount sh -c 'umount -l /proc; pidof sleep 2>&1' || echo $?)" \
	"$(printf 'pidof: /proc: not mounted\n1')"
