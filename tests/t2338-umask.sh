#!/bin/sh
# --umask sets the umask of the program; without it that of the caller stays.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
inside sh -c 'umask 027 && exec /sbin/ssd --start --startas /bin/sh --name none -- -c umask' >"$T/out"
out_is 0027
for mask in 022 077 0; do
	gives 0 --start --startas /bin/sh --name none --umask "$mask" -- -c umask
	equal umask "$(($(cat "$T/out")))" "$((0$mask))"
done
gives 0 --start --startas /bin/sh --name none -k 0777 -- -c umask
out_is 0777
