#!/bin/sh
# Records that are not init's own, and those that were moved, are left whole.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
abc1:3:respawn:/bin/sleep 1001
abc2:3:respawn:/bin/sleep 1002
END
find_records
eventually running abc1
eventually running abc2
eventually has_record "$UTMP" 1
# somebody puts a session in front, so that all records move
{
	echo '[7] [00042] [ts/9] [alice   ] [pts/9       ] [far.away            ] [0.0.0.0        ] [2020-01-01T00:00:00,000000+00:00]'
	utmpdump "$UTMP" 2>/dev/null
} | utmpdump -r 2>/dev/null >"$T/utmp"
cat "$T/utmp" >"$UTMP"
for entry in abc1 abc2; do
	old=$(pid_of "$entry") && kill "$old"
	eventually new_pid "$entry" "$old"
	eventually has_record "$UTMP" "5 $(inner_pid "$(pid_of "$entry")") $entry"
done
has_record "$UTMP" "7 42 ts/9 alice pts/9 far.away"
for what in 1 2 "5 [0-9]* abc1" "5 [0-9]* abc2"; do
	equal "records of $what" "$(count_records "$UTMP" "$what")" 1
done
