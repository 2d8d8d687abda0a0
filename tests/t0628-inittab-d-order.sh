#!/bin/sh
# The files of /etc/inittab.d are read in the order of their names.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
mkdir -p "$T/skel/etc/inittab.d"
for name in b10 a c B b2; do
	echo "$name:3:wait:/sbin/note $name" >"$T/skel/etc/inittab.d/$name.tab"
done
boot <<END
id:3:initdefault:
END
eventually noted c
equal order "$(tr '\n' ' ' <"$R/run/notes")" "B a b10 b2 c "
