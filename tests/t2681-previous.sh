#!/bin/sh
# initctl save keeps a boot; the next one is compared with it by --previous, and keeps it when it is saved itself.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
command -v jq >/dev/null || skip "no jq (tests/setup installs it)"
boot_it() {
	boot <<-END
		id:3:initdefault:
		si::sysinit:/sbin/note si
		$1
		kb:3:once:/sbin/initctl save
		end:3:respawn:/bin/sleep 1001
	END
	eventually running end
	eventually test -s "$R/var/lib/rung/boot"
}
kept=/var/lib/rung
mkdir -p "$T/skel/var/lib"
boot_it 'w1:3:wait:/bin/sleep 0.2'
status=0
inside initctl blame --previous >"$T/out" 2>"$T/errors" || status=$?
equal "the first boot" "$status $(cat "$T/errors")" "1 initctl: $kept/boot.previous: no boot before this one has been kept; see initctl(8), save"
inside initctl save
equal "what there is" "$(ls "$R$kept")" boot
equal "mode" "$(stat -c %a "$R$kept/boot")" 644
# what is kept tells the same as what init knows
known() {
	inside initctl plot --json "$@" | jq -c '[.boot.over, .boot.total, .boot.host, (.jobs[] | select(.name != "kb") | [.name, .command, .start, .end])]'
}
equal "the boot that was kept" "$(known $kept/boot)" "$(known)"
inside cat $kept/boot >"$T/first"
first=$(known)

power_cut
mkdir -p "$T/skel$kept"
cp "$T/first" "$T/skel$kept/boot"
boot_it 'w2:3:wait:/sbin/note w2'
eventually test -s "$R$kept/boot.previous"
equal "what there is" "$(ls "$R$kept")" "$(printf 'boot\nboot.previous')"
inside cat $kept/boot.previous | cmp - "$T/first"
inside initctl save	# the same boot once more: the one before stays
inside cat $kept/boot.previous | cmp - "$T/first"
equal "before" "$(inside initctl plot --previous --json |
	jq -c '.before | [.boot.over, .boot.total, .boot.host, (.jobs[] | select(.name != "kb") | [.name, .command, .start, .end])]')" "$first"
inside initctl blame --previous >"$T/out"
grep -q '^The boot before: .* s, so this one was .* s faster$' "$T/out" || die "no word of the boot before"
grep -q ' new .* w2 (wait' "$T/out" || die "w2 is new"
grep -q ' s  *[+-][0-9.]* s .* si (sysinit' "$T/out" || die "si is not"
inside initctl chain --previous >"$T/out"
grep -q ' s  *[+-][0-9.]* s  si (sysinit' "$T/out" || die "chain: si"
inside initctl plot --previous >"$T/out"
grep -q 'class="ghost"' "$T/out" || die "plot: no boot before"
grep -q 'faster than the boot before' "$T/out" || die "plot: no comparison"
# before it is saved the newest one is the boot before
inside rm $kept/boot.previous
inside sh -c "sed 's/^0 boot [^ ]*/0 boot other/' $kept/boot >/run/other && mv /run/other $kept/boot"
inside initctl blame --previous | grep -q '^The boot before' || die "not the newest one"
