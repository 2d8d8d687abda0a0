#!/bin/sh
# The manual has every file that make install-rc installs, every script of ours, every setting and word of the kernel.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
man=$tree/rc/man
# in_manual PAGE... TEXT: one of these pages has it, as a word
in_manual() {
	for _text; do :; done
	while [ $# -gt 1 ]; do
		! grep -qwF -e "$_text" "$man/$1" || return 0
		shift
	done
	die "no page has $_text"
}
# each PAGE WORD...: at least one, so that a list which is not found any more is seen
count=0
each() {
	[ $# -gt 1 ] || die "nothing to look for in $1"
	_page=$1
	shift
	for _word; do
		in_manual "$_page" "$_word"
		count=$((count + 1))
	done
}

make_it CFLAGS=-O0 DESTDIR="$T/root" install-rc
root=$T/root
pages=$(cd "$man" && echo ./*)
for file in "$root"/sbin/* "$root"/usr/sbin/* "$root"/usr/lib/lsb/* "$root"/lib/init/* "$root"/lib/lsb/* \
	"$root"/etc/*.conf "$root"/etc/init.d/skeleton; do
	# shellcheck disable=SC2086
	in_manual $pages "${file##*/}"
done
for file in "$root"/etc/init.d/*; do
	case ${file##*/} in
	rc | rcS) ;;
	*) each init-scripts.8 "${file##*/}" ;;
	esac
done
for program in "$root"/sbin/* "$root"/usr/sbin/* "$root"/etc/init.d/rc "$root"/etc/init.d/rcS; do
	[ -e "$man/${program##*/}.8" ] || die "no page for $program"
done
# shellcheck disable=SC2046
each rc.8 $(sed -n 's/^setting \([A-Z_]*\) .*/\1/p' "$tree/rc/rc")
# shellcheck disable=SC2046
each rcS.5 $(sed -n 's/^setting \([A-Z_]*\) .*/\1/p' "$tree/rc/rc") \
	$(sed -n '/^TMPTIME/s/=[^ ]*//gp' "$tree/rc/vars.sh") INIT_VERBOSE $(sed -n 's/^	\([a-z]*\))	.*/\1/p' "$tree/rc/vars.sh")
# shellcheck disable=SC2046
each init-scripts.8 $(cat "$tree"/etc/init.d/* "$tree/rc/script-functions" | sed -n 's/.*has_word \([a-z]\{1,\}\).*/\1/p') \
	$(cat "$tree"/etc/init.d/* "$tree/rc/script-functions" | sed -n 's/.*-e \/\([a-z]*\) .*/\1/p')
[ "$count" -ge 40 ] || die "only $count words"
