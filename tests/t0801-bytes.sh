#!/bin/sh
# Each byte of the records for boot, level, start and death is as the libc's own.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
case $(uname -m) in
x86_64 | i?86 | arm*) ;;
*) skip "this machine's records have another layout" ;;
esac
[ "$(printf '\001\000' | od -An -tu2)" -eq 1 ] || skip "big-endian"
boot <<END
id:3:initdefault:
abcd:3:once:/bin/sleep 1001
END
find_records
eventually has_record "$WTMP" "5 [0-9]* abcd"
eventually running abcd
pid=$(inner_pid "$(pid_of abcd)")
kill "$(pid_of abcd)"
eventually has_record "$WTMP" "8 $pid abcd"
eventually has_record "$UTMP" "8 $pid abcd"

# text SIZE WORD: padded with NULs
text() {
	printf %s "$2"
	head -c $(($1 - ${#2})) /dev/zero
}
# expect FILE NUMBER TYPE PID LINE ID USER HOST: that record, with the time that it has
expect() {
	tail -c +$((384 * ($2 - 1) + 1)) "$1" | head -c 384 >"$T/got"
	{
		# shellcheck disable=SC2059
		printf "\\$3\\0\\0\\0"
		word "$4"
		text 32 "$5"
		text 4 "$6"
		text 32 "$7"
		text 256 "$8"
		text 8 ''
		tail -c +341 "$T/got" | head -c 8
		text 36 ''
	} >"$T/wanted"
	cmp "$T/got" "$T/wanted" || die "record $2 of $1"
	# shellcheck disable=SC2046
	set -- $(od -An -j 340 -N 8 -td4 "$T/got")
	seconds=$(date +%s)
	if [ "$1" -le $((seconds - 100)) ] || [ "$1" -gt "$seconds" ]; then die "time $1"; fi
	if [ "$2" -lt 0 ] || [ "$2" -ge 1000000 ]; then die "microseconds $2"; fi
}
release=$(uname -r)
expect "$UTMP" 1 002 0 '~' '~~' reboot ''
expect "$UTMP" 2 001 $((51 + 256 * 78)) '~' '~~' runlevel ''
expect "$UTMP" 3 010 "$pid" '' abcd '' ''
expect "$WTMP" 1 002 0 '~' '~~' reboot "$release"
expect "$WTMP" 2 001 $((51 + 256 * 78)) '~' '~~' runlevel "$release"
expect "$WTMP" 3 005 "$pid" '' abcd '' "$release"
expect "$WTMP" 4 010 "$pid" '' abcd '' "$release"
equal "size of utmp" "$(wc -c <"$UTMP")" $((3 * 384))
equal "size of wtmp" "$(wc -c <"$WTMP")" $((4 * 384))
