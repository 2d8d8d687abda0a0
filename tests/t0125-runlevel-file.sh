#!/bin/sh
# /run/runlevel holds the level as one character without a newline.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
equal runlevel "$(od -An -c "$R/run/runlevel" | tr -d ' ')" 3
telinit 2
eventually in_level 2
equal runlevel "$(od -An -c "$R/run/runlevel" | tr -d ' ')" 2
