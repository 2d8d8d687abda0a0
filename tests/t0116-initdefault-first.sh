#!/bin/sh
# The first of several initdefault entries counts.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
i1:2:initdefault:
i2:3:initdefault:
a1::once:/sbin/note a1
END
eventually noted a1
in_level 2
