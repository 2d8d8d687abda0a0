#!/bin/sh
# A program that does not exist is reported, and its entry held like any that dies at once.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/nonexistent/program x
a2:3:respawn:/bin/sleep 1002
END
eventually console_has 'cannot execute "/nonexistent/program"'
eventually console_has 'Id "a1" respawning too fast'
eventually running a2
