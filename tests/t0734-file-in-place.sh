#!/bin/sh
# With a plain file in the FIFO's place init says so, works by signals, and heals when it goes.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
echo kept >"$R/run/file"
mv "$R/run/file" "$R/run/initctl"
signal USR1
eventually console_has "/run/initctl is not a fifo"
echo a1:3:once:/sbin/note a1 >>"$R/etc/inittab"
signal HUP
eventually noted a1
equal "the file" "$(cat "$R/run/initctl")" kept
rm "$R/run/initctl"
eventually test -p "$R/run/initctl"
telinit 4
eventually in_level 4
