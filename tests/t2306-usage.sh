#!/bin/sh
# A wrong call gives 3 and points to --help; of --status it gives 4.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
wrong() {
	_text=$1
	shift
	gives 3 "$@"
	err_has "$_text"
	err_has "--help' for more information."
	out_is
}
wrong "need one of --start or --stop or --status"
wrong "only one command can be specified" --start --stop
wrong "only one command can be specified" --start --status --exec /opt/foo
wrong "need at least one of --exec, --pid, --ppid, --pidfile, --user or --name" --start
wrong "need at least one of --exec, --pid, --ppid, --pidfile, --user or --name" --stop
wrong "--start needs --exec or --startas" --start --name foo
wrong "need either --pid or --pidfile, not both" --stop --pid 1 --pidfile /run/foo.pid
wrong "--make-pidfile requires --pidfile" --start --exec /opt/foo --make-pidfile
wrong "--remove-pidfile requires --pidfile" --stop --exec /opt/foo --remove-pidfile
wrong "--no-close is only relevant with --background" --start --exec /opt/foo -C
wrong "--output is only relevant with --background" --start --exec /opt/foo -O /tmp/x
for number in 0 -1 x 1x ''; do
	wrong "pid value must be a number greater than 0" --stop --pid "$number"
	wrong "ppid value must be a number greater than 0" --stop --ppid "$number"
done
wrong "signal value must be" --stop --pid 1 --signal -1
wrong "invalid notify timeout value" --start --exec /opt/foo --notify-timeout x
wrong umask --start --exec /opt/foo --umask x
wrong "process scheduler" --start --exec /opt/foo --procsched batch
wrong "process scheduler" --start --exec /opt/foo --procsched fifo
wrong "process scheduler" --start --exec /opt/foo --procsched rr:100
wrong "IO scheduler" --start --exec /opt/foo --iosched none
wrong "IO scheduler" --start --exec /opt/foo --iosched best-effort:8
wrong "" --start --exec /opt/foo --bogus
wrong "" --start --exec
for schedule in '' 5x TERM -5 TERM//5 /5 forever TERM/5/forever forever/5/forever/6 KILL/5/FOO/5; do
	wrong "" --stop --name foo --retry "$schedule"
done
if [ -z "${TOOLS-}" ]; then
	# what getopt says, but the same with every libc
	wrong "unknown option --bogus" --start --exec /opt/foo --bogus
	wrong "unknown option --bogus=1" --start --bogus=1
	wrong "unknown option -Z" --start -qZq
	wrong "option --exec needs an argument" --start --exec
	wrong "option --exec needs an argument" --start -x
	wrong "option --quiet takes no argument" --start --quiet=yes
fi
gives 4 --status
gives 4 --status --pid x
