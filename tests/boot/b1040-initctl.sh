#!/bin/sh
# A whole boot, from the kernel to the logins, is drawn, kept, and compared with the next one.
# limit: 400 s
# shellcheck source=tests/boot/lib.sh disable=SC2016,SC2154
. "${0%/*}/lib.sh"
# shellcheck source=tests/boot/system.sh
. "$here/system.sh"
for tool in xmllint jq; do
	command -v "$tool" >/dev/null || skip "no $tool (tests/setup installs it)"
done
make_system
with_disk
boot_system
log_in
kept=/var/lib/rung
enter "until [ -s $kept/boot ]; do sleep 1; done; initctl blame >/root/blame; initctl chain >/root/chain"
enter 'initctl plot >/root/boot.svg; initctl plot --json >/root/json'
type poweroff
eventually ended
# from_disk FILE: out of the disk, as it was left
from_disk() {
	PATH=$PATH:/usr/sbin:/sbin debugfs -R "cat $1" "$T/disk" 2>/dev/null
}
for f in blame chain boot.svg json; do
	from_disk "/root/$f" >"$T/$f"
	[ -s "$T/$f" ] || die "no $f"
done
# RUNG_KEEP=DIR: to be looked at; doc/boot.svg is from here
[ -z "${RUNG_KEEP-}" ] || cp "$T/boot.svg" "$T/blame" "$T/chain" "$T/json" "$RUNG_KEEP"
xmllint --noout "$T/boot.svg"
show blame <"$T/blame"
# all of it is there: the kernel, the scripts of S and 2 with what they cost, the lines, the end of the boot
jq -e '.boot | .over and .kernel > 0 and .kernel < .total and .failed == 0' "$T/json" >"$T/out" || die "the boot: $(head -n 1 "$T/json")"
jq -e '.levels | map(.level) == ["S", "2"] and all(.done > .begin)' "$T/json" >"$T/out" || die "levels"
for script in mountkernfs checkroot mountall bootmisc cron syslog; do
	jq -e --arg name "$script" '.jobs[] | select(.name == $name and .kind == "script") | .end > .start and .memory_kib > 0 and .status == 0' \
		"$T/json" >"$T/out" || die "$script"
done
jq -e '.jobs | map(select(.kind == "entry").name) | contains(["si", "l2", "kb", "S0"])' "$T/json" >"$T/out" || die "entries"
# every script began when what it needed had ended
jq -e '(.jobs | map(select(.kind == "script" and .end != null) | {key: .name, value: .end}) | from_entries) as $ended |
	all(.jobs[] | select(.kind == "script" and .needed != null) | .start as $start | .needed[] | $ended[.] <= $start; .)' \
	"$T/json" >"$T/out" || die "order"

boot_disk
forget
log_in
enter "until [ -s $kept/boot.previous ]; do sleep 1; done; ls $kept | wc -l"
enter 'initctl blame --previous | head -n 2'
shown 'The boot before: ' || die "no comparison"
type poweroff
eventually ended
