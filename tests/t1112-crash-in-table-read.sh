#!/bin/sh
# A crash while the table is read and put in place loses neither the table nor a child.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
besiege 50 200 read
