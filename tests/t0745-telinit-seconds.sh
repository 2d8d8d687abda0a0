#!/bin/sh
# telinit -t takes 0 to 3600 whole seconds; anything else is refused and nothing sent.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
for seconds in x '' 3x +3 ' 3' -1 3601 99999999999999999999 1.5; do
	status=0
	said=$(telinit -t "$seconds" 4 2>&1) || status=$?
	equal "status of -t $seconds" "$status" 1
	case $said in
	telinit:*"$seconds"*) ;;
	*) die "-t $seconds: it says '$said'" ;;
	esac
done
in_level 3
telinit -t 3600 4
eventually in_level 4
