#!/bin/sh
# An initdefault entry without a level is as good as none: the level is asked for.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id::initdefault:
a1::once:/sbin/note a1
END
eventually console_has "Enter runlevel: "
type_text '2\n'
eventually noted a1
in_level 2
