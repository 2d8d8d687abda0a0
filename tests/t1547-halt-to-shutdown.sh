#!/bin/sh
# poweroff and reboot bring the system down by way of shutdown and init.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
inside poweroff </dev/null
eventually in_level 0
eventually test -e "$R/run/env.l0"
env_has l0 INIT_HALT=POWEROFF
telinit 3
# that is where reboot looks
recorded() {
	[ "$(inside runlevel)" = "0 3" ]
}
eventually recorded
inside reboot </dev/null
eventually in_level 6
eventually test -e "$R/run/env.l6"
not grep -q INIT_HALT "$R/run/env.l6"
