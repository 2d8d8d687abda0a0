#!/bin/sh
# Init says on the console which level it enters.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually console_has "INIT: Entering runlevel: 3"
telinit 2
eventually console_has "INIT: Switching to runlevel: 2"
