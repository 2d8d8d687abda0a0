#!/bin/sh
# A log that nobody reads does not hold up the shutdown.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
inside sh -c 'socat -u UNIX-RECV:/dev/log,mode=666 OPEN:/dev/null >/dev/null 2>&1 &'
eventually test -S "$R/dev/log"
# socat is stopped, and the queue of its socket filled
inside pkill -STOP socat
inside timeout 1 sh -c 'while :; do logger -u /dev/log full; done' 2>/dev/null || :
log_in alice console
inside timeout 20 shutdown -r now </dev/null
eventually console_has 'going down for reboot NOW!'
eventually in_level 6
