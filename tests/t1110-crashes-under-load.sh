#!/bin/sh
# Crashes of init, half by signals and half by real faults at random instructions, lose, restart or double no child.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
besiege 100 1000 kill fault
