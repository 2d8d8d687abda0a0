#!/bin/sh
# EXTEND_TIMEOUT_USEC= sets the time anew that the program has for becoming ready.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
command -v socat >/dev/null || skip "no socat"
tells 0 1 EXTEND_TIMEOUT_USEC=20000000 pause READY=1
tells 2 30 EXTEND_TIMEOUT_USEC=500000
lasts 500 15000
