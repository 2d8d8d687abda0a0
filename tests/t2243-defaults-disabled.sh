#!/bin/sh
# defaults-disabled gives a script the numbers that it keeps when all are numbered anew.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
[ -z "${TOOLS-}" ] || cp "$(tool_path insserv)" "$F/sbin"
script a
script b Required-Start=a
works update-rc.d a defaults
works update-rc.d b defaults-disabled
links=$(farm)
equal 'levels of b' "$(echo "$links" | grep -c 'K..b$')" 7
works update-rc.d a defaults
equal links "$(farm)" "$links"
