#!/bin/sh
# Where nobody is to be stopped it says so and gives 1, with --oknodo 0, and with --quiet it says nothing.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
gives 1 --stop --pidfile /run/none.pid
out_is "No process in pidfile '/run/none.pid' found running; none killed."
gives 0 --stop --pidfile /run/none.pid --oknodo
out_is "No process in pidfile '/run/none.pid' found running; none killed."
gives 1 --stop --pidfile /run/none.pid --quiet
out_is
gives 0 -K -p /run/none.pid -o -q
out_is
gives 1 --stop --exec /opt/foo
out_is "No /opt/foo found running; none killed."
gives 1 --stop --exec /opt/foo --name foo
out_is "No foo found running; none killed."
gives 1 --stop --exec /opt/foo --pidfile /run/none.pid
out_is "No /opt/foo found running; none killed."
gives 1 --stop --ppid 4000
out_is "No process(es) with parent pid 4000 found running; none killed."
gives 1 --stop --user nobody
out_is "No process(es) owned by 'nobody' found running; none killed."
gives 1 --stop --user nobody --ppid 4000
out_is "No process(es) with parent pid 4000 found running; none killed."
gives 1 --stop --pid 4000 --user nobody
out_is "No process with pid 4000 found running; none killed."
