#!/bin/sh
# A user that is only a number can be started too, if its group is given.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
for ids in "--chuid 4444:5555" "--chuid 4444 --group 5555"; do
	# shellcheck disable=SC2016,SC2086
	gives 0 --start --startas /bin/sh --name none $ids -- -c 'echo $(id -u) $(id -g) $(id -G)'
	out_is "4444 5555 5555"
done
gives 2 --start --startas /bin/echo --name none --chuid 4294967295:1
gives 0 --start --startas /bin/id --name none --chuid 4294967294:4294967294 -- -u
out_is 4294967294
