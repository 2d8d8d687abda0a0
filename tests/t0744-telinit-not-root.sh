#!/bin/sh
# Only root may use telinit; it says so under the name it was called by.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
inside setpriv --reuid 65534 --clear-groups true 2>/dev/null ||
	skip "no second user in this namespace"
for name in telinit init; do
	status=0
	said=$(inside setpriv --reuid 65534 --clear-groups "/sbin/$name" 4 2>&1) || status=$?
	equal "status of $name" "$status" 1
	case $said in
	"$name: must be superuser." | "/sbin/$name: must be superuser.") ;;
	*) die "$name says: $said" ;;
	esac
done
# nor can they go round it
not inside setpriv --reuid 65534 --clear-groups sh -c 'echo >/run/initctl' 2>/dev/null
in_level 3
