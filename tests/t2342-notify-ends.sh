#!/bin/sh
# A program that ends before it is ready is told of at once, also when it had children; nobody waits for the time-out.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
ends() {
	gives 2 --start --background --startas /bin/sh --name none --notify-await --notify-timeout 10 -- -c "$1"
	err_has "$2"
	lasts 0 9000
}
ends 'exit 7' "/bin/sh ended with status 7 before it was ready"
ends 'kill -KILL $$' "/bin/sh was killed by signal 9 before it was ready"
ends ':' "/bin/sh ended before it was ready"
ends '(sleep 0.5; exit 3) & :' "/bin/sh ended before it was ready"
gives 2 --start --background --startas /opt/none --name none --notify-await
err_has "unable to start /opt/none (No such file or directory)"
