#!/bin/sh
# init --version prints the version for anyone and has status 0.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
for program in init telinit; do
	said=$(inside "$program" --version)
	case $said in
	"SysV init version: "[0-9]*) ;;
	*) die "$program says: $said" ;;
	esac
	inside "$program" --version | sed -n 2p | grep -qx ''
done
inside setpriv --reuid 65534 --clear-groups true 2>/dev/null || exit 0
inside setpriv --reuid 65534 --clear-groups init --version | grep -q '^SysV init version: '
