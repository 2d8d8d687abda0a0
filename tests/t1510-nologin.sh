#!/bin/sh
# Five minutes before the end logins are closed, with the time and the message; not earlier, and not for now.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
start -r +6 back soon
never_within 300 test -e "$R/run/nologin"
inside shutdown -c
eventually nothing_left
start -r +5 back soon
eventually test -s "$R/run/nologin"
eventually grep -q 'The system is going down on [A-Z].* 20[0-9][0-9]$' "$R/run/nologin"
grep -q '^back soon' "$R/run/nologin"
inside shutdown -c
eventually nothing_left
inside strace -f -o /run/trace shutdown -r now </dev/null
eventually in_level 6
! grep -q 'open.*nologin' "$R/run/trace"
