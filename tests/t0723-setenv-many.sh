#!/bin/sh
# More than sixteen variables can be set.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:4:once:/sbin/showenv a1
END
eventually in_level 3
for n in 1 2 3 4 5 6 7 8; do
	telinit -e "INIT_A$n=$n" -e "INIT_B$n=$n" -e "INIT_C$n=$n"
done
telinit 4
eventually test -e "$R/run/env.a1"
equal variables "$(grep -c '^INIT_[ABC][1-8]=[1-8]$' "$R/run/env.a1")" 24
