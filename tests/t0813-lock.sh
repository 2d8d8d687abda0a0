#!/bin/sh
# A user who locks utmp and wtmp delays no start and loses no record.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
command -v cc >/dev/null || skip "no compiler"
cat >"$T/hold.c" <<'END'
#include <fcntl.h>
#include <unistd.h>
int main(int argc, char **argv)
{
	struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET };
	for (int i = 1; i < argc; i++)
		if (fcntl(open(argv[i], O_RDONLY), F_SETLK, &lock) < 0)
			return 1;
	if (write(1, "held\n", 5) != 5)
		return 1;
	pause();
	return 0;
}
END
cc -o "$T/hold" "$T/hold.c"
put /sbin/hold 755 <"$T/hold"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:once:/bin/sleep 1002
END
find_records
eventually running a1
eventually running a2
eventually has_record "$WTMP" "1 20019"
two=$(inner_pid "$(pid_of a2)")
inside setpriv --reuid 65534 --clear-groups true 2>/dev/null || skip "no second user in this namespace"
inside setpriv --reuid 65534 --clear-groups /sbin/hold /run/utmp /var/log/wtmp >"$T/held" &
eventually grep -q held "$T/held"
quickest_restart a1
[ "$best" -lt 1500 ] || die "the start took $best ms"
kill "$(pid_of a2)"
eventually has_record "$UTMP" "8 $two a2"
telinit 4
eventually in_level 4
eventually has_record "$UTMP" "1 $((52 + 256 * 51)) ~~"
eventually has_record "$WTMP" "1 $((52 + 256 * 51)) ~~"
four_deaths() {
	[ "$(count_records "$WTMP" "8 [0-9]* a1")" -eq 4 ]
}
eventually four_deaths
