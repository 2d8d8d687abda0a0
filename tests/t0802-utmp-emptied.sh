#!/bin/sh
# utmp is emptied at boot and has mode 0644.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
printf '[7] [00042] [old ] [root    ] [tty9        ] [                    ] [0.0.0.0        ] [2020-01-01T00:00:00,000000+00:00]\n' |
	utmpdump -r 2>/dev/null >"$T/old"
put /run/utmp 600 <"$T/old"
boot <<END
id:3:initdefault:
a1:3:once:/sbin/note a1
END
find_records
eventually noted a1
eventually has_record "$UTMP" "1 20019 ~~ runlevel"
equal "records of the last boot" "$(count_records "$UTMP" "[0-9] 42 old")" 0
rm "$UTMP"
power_cut
rm -f "$T/skel/run/utmp"
boot <<END
id:3:initdefault:
END
find_records
eventually test -f "$UTMP"
equal mode "$(stat -c %a "$UTMP")" 644
