#!/bin/sh
# While init asks for the level it serves everything else.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
ca::ctrlaltdel:/sbin/note ca
a1:3:once:/sbin/note a1
END
eventually console_has "Enter runlevel: "
telinit 3
eventually noted a1
