#!/bin/sh
# A command may have more than fourteen words.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20
END
eventually noted "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20"
