#!/bin/sh
# Each script of etc/init.d knows the LSB actions, asks for a known one, and its header is complete and true.
# limit: 120 s
# shellcheck source=tests/scripts.sh disable=SC2016
. "${0%/*}/scripts.sh"
boot_scripts
tries() {
	for _file in "$here"/../etc/init.d/*; do
		one=${_file##*/}
		[ "$one" != skeleton ] || continue
		is 3 "$one" nonsense 'Usage:'
		is 3 "$one" ''
		status=0
		inside "/etc/init.d/$one" status >"$T/out" 2>&1 || status=$?
		case $status in
		0 | 3) ;;
		*) die "$one status: $status" ;;
		esac
		! grep -qi usage: "$T/out" || die "$one status tells its usage"
	done
}
each_shell_tries tries
# no warning of insserv's, and the order that a system needs
mkdir -p "$T/etc"
cp -R "$here/../etc/init.d" "$here/../etc/insserv.conf" "$T/etc/"
rm -f "$T/etc/init.d/skeleton"
(cd "$T/etc/init.d" && "${INIT%/*}/insserv" -p "$T/etc/init.d" -c "$T/etc/insserv.conf" -o "$T/none" ./*) >"$T/out" 2>&1
[ ! -s "$T/out" ] || die "insserv: $(cat "$T/out")"
farm() {
	(cd "$T/etc/rc$1.d" && echo *)
}
equal rcS.d "$(farm S)" 'S01mountkernfs S02devices S02hostname S03modules S04hwclock S05checkroot S06checkfs S07mountall S08bootmisc S08procps S08swap S09urandom S10networking S11mountnfs'
equal rc2.d "$(farm 2)" 'S01syslog S02cron S02klog S02ssh S03rc.local'
equal rc1.d "$(farm 1)" 'K01cron K01ssh K03klog K03syslog S01killprocs S02single'
equal rc0.d "$(farm 0)" 'K01cron K01ssh K01urandom K02sendsigs K03klog K03syslog K04hwclock K04umountnfs K05networking K06umountfs K07umountroot K08halt'
equal rc6.d "$(farm 6)" "$(farm 0 | sed 's/halt/reboot/')"
