#!/bin/sh
# The runlevels field may be longer than eleven bytes.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:0123456789Sabc:respawn:/bin/sleep 1001
END
eventually running a1
