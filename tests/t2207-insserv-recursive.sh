#!/bin/sh
# insserv -e enables what a script requires, too, and what that requires.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
script a
script b Required-Start=a
script c Required-Start=b Should-Start=d
script d
for option in -e --recursive; do
	works insserv "$option" c
	equal links "$(farm 2 | tr '\n' ' ')" 'rc2.d S01a rc2.d S02b rc2.d S03c '
	rm -r "$F"/etc/rc?.d
done
