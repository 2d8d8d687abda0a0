#!/bin/sh
# Arguments that init does not know are ignored, and -z swallows the next word.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot -- quiet -q 33 -z S foo.bar=5 '' <<END
id:3:initdefault:
a1:3:once:/sbin/note a1
END
eventually noted a1
in_level 3
