#!/bin/sh
# A crash between the start of a child and the end of its bookkeeping neither loses nor doubles it.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
besiege 50 100 spawn
