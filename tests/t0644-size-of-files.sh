#!/bin/sh
# A file of 40 MiB is read; one of more than 64 MiB is refused with the reason, and the table in force stays.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
# big MIB: a comment of that size, and an entry behind it
big() {
	{
		printf '#'
		head -c "$(($1 << 20))" /dev/zero | tr '\0' x
		printf '\na2:3:once:/sbin/note %s MiB\n' "$1"
	} >"$R/etc/inittab.d/big.tab"
}
mkdir -p "$R/etc/inittab.d"
big 40
signal HUP
eventually noted "40 MiB"
big 65
signal HUP
eventually console_has "INIT: /etc/inittab.d/big.tab: File too large"
eventually console_has "INIT: /etc/inittab: not readable; keeping the old table"
equal "the process of a1" "$(pid_of a1)" "$old"
