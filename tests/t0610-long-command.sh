#!/bin/sh
# A command may have thousands of bytes.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
word=$(printf %04000d 0)
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note $word x
END
eventually noted "$word x"
