#!/bin/sh
# A umask is octal with and without a zero in front; what is no mask, or no nice level, is refused.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
gives 0 --start --startas /bin/sh --name none --umask 22 -- -c umask
out_is 0022
for mask in 8 0x22 1000 77777 22x; do
	gives 3 --start --startas /bin/sh --name none --umask $mask -- -c umask
	err_has "umask $mask: expected an octal number from 0 to 777"
done
for level in x 5x '' -; do
	gives 3 --start --startas /bin/true --name none --nicelevel "$level"
	err_has "nice level $level: expected a number"
done
