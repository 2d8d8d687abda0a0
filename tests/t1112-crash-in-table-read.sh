#!/bin/sh
# A crash while the table is read and put in place loses neither the table nor a child.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
rounds 50 200
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
assail -v -n "$rounds" read
[ $((crashes + execs)) -ge "$rounds" ] || die "only $crashes crashes"
[ "$worst" -lt 2000000 ] || die "a request took $worst us"
equal "those that stay" "$(pids_of_immortals 5)" "$stay"
settle
accounted
echo "# $crashes crashes, $starts starts, median $median us, worst $worst us"
