#!/bin/sh
# The words auto and -a put AUTOBOOT=YES into the environment, and nothing else does.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
for word in auto -a -x; do
	boot -- "$word" <<-END
		id:3:initdefault:
		a1:3:once:/sbin/showenv a1
	END
	eventually test -e "$R/run/env.a1"
	case $word in
	-x) not grep AUTOBOOT "$R/run/env.a1" ;;
	*) env_has a1 AUTOBOOT=YES ;;
	esac
	power_cut
done
