#!/bin/sh
# Each time that an entry is held in a row it is twice as long, up to an hour.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/shifted.sh
. "${0%/*}/shifted.sh"
rung_only
boot_shifted <<END
id:3:initdefault:
a1:3:respawn:/sbin/note a1
END
minutes=5 times=0
for _ in 1 2 3 4 5 6; do
	times=$((times + 1))
	held() {
		[ "$(console_count "too fast")" -eq "$times" ]
	}
	eventually held
	console_has "disabled for $minutes minutes"
	starts=$(note_count a1)
	later $((minutes * 60 - 5))
	never_within 100 not equal starts "$(note_count a1)" "$starts"
	later 6
	minutes=$((minutes * 2))
	[ "$minutes" -le 60 ] || minutes=60
done
# once it was an hour, it stays one; the next hold may have come by now
[ "$(console_count "disabled for 60 minutes")" -ge 2 ] || die "it is not an hour again"
[ "$(grep "too fast" "$T/console" | grep -cv "disabled for")" -eq 0 ] || die "what else?"
