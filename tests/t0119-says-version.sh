#!/bin/sh
# Init says on the console which version of what is booting.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually console_has "INIT: version "
eventually console_has " booting"
