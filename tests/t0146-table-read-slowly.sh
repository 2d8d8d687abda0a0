#!/bin/sh
# Booting many times, init never misses its table.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
for _ in 1 2 3 4 5 6 7 8; do
	boot <<-END
		id:3:initdefault:
		a1:3:once:/sbin/note a1
	END
	eventually noted a1
	power_cut
done
