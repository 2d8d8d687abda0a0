#!/bin/sh
# With an empty inittab init asks for the level.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot </dev/null
eventually console_has "Enter runlevel: "
