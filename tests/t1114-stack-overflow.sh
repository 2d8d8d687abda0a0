#!/bin/sh
# Endless recursion in init ends in an exec of init, not in its death.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
besiege 10 100 overflow
