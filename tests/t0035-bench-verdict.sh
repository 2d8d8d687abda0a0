#!/bin/sh
# The benchmark fails where the better of medians and best rounds is beyond twice a budget, and never rounds in our favour.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only

# figures RUNG-1 FLOOR-1 RUNG-2 FLOOR-2: of a row with the budget 1.2 × floor
figures() {
	cat >"$T/figures" <<-END2
		# rounds 2
		start-500 rung-musl 1 $1
		start-500 floor-musl 1 $2
		start-500 rung-musl 2 $3
		start-500 floor-musl 2 $4
		start-500 sysvinit 1 - is somewhere else
	END2
}

# summary FORM: what it says goes to $T/said
summary() {
	"$here/bench/summary" "$1" "$T/figures" >"$T/said"
}

says() {
	grep -qF -e "$1" "$T/said" || { show said <"$T/said" && die "does not say: $1"; }
}

figures 110 100 110 100
summary check || die "a kept budget fails"
says '1.10 × floor, budget 1.2 × floor: kept'
says '1 passed, 0 failed'

figures 239 100 239 100
summary check || die "a budget missed by less than twice fails"
says 'budget 1.2 × floor: missed'

figures 241 100 241 100
! summary check || die "a budget missed by more than twice passes"
says '0 passed, 1 failed'
summary failing
equal "what failed" "$(cat "$T/said")" "start-500 "

# somebody disturbed one of rung's rounds, and then one of the floor's
figures 900 100 110 100
summary check || die "the best round does not count"
figures 900 900 110 30
summary check || die "the median of the ratios does not count"

figures 110.01 100 110.01 100
summary text
says '  rung-musl           111    1.11F           kept'
says '  floor-musl          100             0.90R'
says 'is somewhere else'
summary markdown
says '| rung-musl | 111 | 1.11 |  | kept |'
sed -i s/start-500/start-3000/ "$T/figures"
summary readme
says 'no records | 111 µs (1.11 × floor) | – |'

# a row without any figure of ours is no success
echo 'start-500 rung-musl 1 - did not start' >"$T/figures"
! summary check || die "a row without a figure passes"
