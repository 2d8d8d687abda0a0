#!/bin/sh
# A program without a slash is looked up along PATH.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:note a1
END
eventually noted a1
