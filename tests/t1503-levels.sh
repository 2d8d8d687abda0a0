#!/bin/sh
# -r is level 6, -h level 0, -i the level that it names, and none of them level 1.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
goes_to() {
	level=$1
	shift
	inside shutdown "$@" </dev/null || die "$*: status $?"
	eventually in_level "$level"
	telinit 3
	eventually in_level 3
}
goes_to 6 -r now
goes_to 0 -h now
goes_to 1 now
goes_to 5 -i 5 now
goes_to 0 -y -i 0 now
goes_to 6 -h -r 0
goes_to 6 -r +0
goes_to 6 now -r
goes_to 6 -r -g now
goes_to S -i S now
