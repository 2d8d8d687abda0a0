#!/bin/sh
# It does not match itself.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
gives 1 --stop --name ssd
gives 1 --stop --exec /sbin/ssd
gives 3 --status --exec /sbin/ssd
