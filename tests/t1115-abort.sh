#!/bin/sh
# init that aborts itself, as over a damaged heap, carries on.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
besiege 10 100 abort
