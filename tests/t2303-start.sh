#!/bin/sh
# --start becomes the program, unless one that matches runs already.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
gives 0 --start --exec /bin/echo -- one "two  words" --three
out_is "one two  words --three"
gives 9 --start --startas /bin/sh --name nobody -- -c 'exit 9'
gives 0 --start --exec /opt/foo --startas /bin/echo -- other
out_is other
p=$(spawn /opt/foo 1001)
gives 1 --start --exec /opt/foo
out_is "/opt/foo already running."
gives 0 -S -x /opt/foo --oknodo
out_is "/opt/foo already running."
gives 1 --start --exec /opt/foo --quiet
out_is
echo "$p" | put /run/foo.pid
gives 1 --start --pidfile /run/foo.pid --startas /bin/echo
out_is "process already running."
gives 1 --start --name foo --startas /bin/echo
out_is "process already running."
gives 0 --start --exec /opt/foo --name other --startas /bin/echo -- started
out_is started
gives 0 --start --pidfile /run/none.pid --exec /opt/foo --startas /bin/echo -- started
out_is started
gives 2 --start --exec /opt/none
err_has "unable to stat /opt/none (No such file or directory)"
gives 2 --start --startas /opt/none --name none
err_has "unable to start /opt/none (No such file or directory)"
