#!/bin/sh
# telinit u, many times in a row, loses no child and no death of fifty that die at random.
# limit: 300 s
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
stay=$(pids_of_immortals 5)
assail -n "$rounds" upgrade
[ "$execs" -ge "$rounds" ] || die "only $execs execs"
equal "crashes" "$crashes" 0
equal "those that stay" "$(pids_of_immortals 5)" "$stay"
settle
accounted
echo "# $rounds upgrades, $starts starts, median $median us, worst $worst us"
