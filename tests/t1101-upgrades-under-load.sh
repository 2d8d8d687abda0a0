#!/bin/sh
# telinit u, many times in a row, loses no child and no death of fifty that die at random.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
rounds 100 1000
helper mortal immortal
helper assail acted
boot <<END
id:3:initdefault:
$(mortals 50 2000)
$(immortals 5)
aa:a:once:/sbin/acted
END
eventually started 55
those_that_stay() {
	for n in 1 2 3 4 5; do pid_of "i$n"; done
}
stay=$(those_that_stay)
assail -n "$rounds" upgrade
[ "$execs" -ge "$rounds" ] || die "only $execs execs"
equal "crashes" "$crashes" 0
equal "those that stay" "$(those_that_stay)" "$stay"
settle
accounted
echo "# $rounds upgrades, $starts starts, median $median us, worst $worst us"
