#!/bin/sh
# who -a shows boot, level and dead entries, last -x shows boot and levels.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
boot <<END
id:3:initdefault:
a1:3:once:/bin/sleep 1001
END
find_records
eventually running a1
pid=$(inner_pid "$(pid_of a1)")
kill "$(pid_of a1)"
eventually has_record "$UTMP" "8 $pid a1"
telinit 5
eventually has_record "$UTMP" "1 $((53 + 256 * 51))"
eventually has_record "$WTMP" "1 $((53 + 256 * 51))"
inside env LC_ALL=C who -a >"$T/who"
grep -q 'system boot' "$T/who"
grep -q 'run-level 5 .*last=3' "$T/who"
grep -q " $pid id=a1 *term=0 exit=0" "$T/who"
inside env LC_ALL=C who -b | grep -q 'system boot  [A-Z0-9]'
command -v last >/dev/null || skip "no last(1)"
inside env LC_ALL=C last -x -f /var/log/wtmp >"$T/last"
release=$(uname -r | cut -c 1-16)
grep -q "^reboot .*system boot .*$release" "$T/last"
grep -q "^runlevel .*(to lvl 3)" "$T/last"
grep -q "^runlevel .*(to lvl 5)" "$T/last"
