#!/bin/sh
# A digit among the arguments is the level to boot to, the last one counts.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
for level in 5 "4 2"; do
	# shellcheck disable=SC2086
	boot -- $level <<-END
		id:3:initdefault:
		a1::once:/sbin/note a1
	END
	eventually noted a1
	in_level "${level#* }"
	power_cut
done
