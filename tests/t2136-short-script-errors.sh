#!/bin/sh
# What start-stop-daemon has to complain of stands on lines of its own, whatever a short script has begun.
# shellcheck source=tests/short.sh
. "${0%/*}/short.sh"
rung_only
# says STATUS TEXT ACTION: both outputs in the order in which they came
says() {
	_wanted=$1 _text=$2
	run sh -c "/etc/init.d/it $3 2>&1"
	equal "status of $3" "$status" "$_wanted"
	equal "output of $3" "$(cat "$T/out")" "$_text"
}
it() {
	{
		echo 'DAEMON=/usr/sbin/exampled'
		cat
	} | short it
}
check() {
	real
	put /usr/sbin/exampled 755 <<-'END'
		#!/bin/sh
		/sbin/showenv it
	END
	echo VERBOSE=yes | default
	error="/sbin/start-stop-daemon: unable to open pidfile '/run/none/pid' for writing (No such file or directory)"
	it <<-END
		PIDFILE=/run/none/pid
		START_ARGS=--make-pidfile
	END
	says 1 "Starting exampled: exampled
$error
 failed!" start
	says 1 "Restarting exampled: exampled
$error
 failed!" restart
	echo VERBOSE=no | default
	says 1 "$error" start
	echo VERBOSE=yes | default
	usage="/sbin/start-stop-daemon: unknown option --bogus
Try '/sbin/start-stop-daemon --help' for more information."
	it <<-END
		START_ARGS=--bogus
		STOP_ARGS=--bogus
	END
	says 1 "Starting exampled: exampled
$usage
 failed!" start
	says 1 "Stopping exampled: exampled
$usage
 failed!" stop
	it <<-END
		DESC="the example"
	END
	inside rm -f /run/env.it
	says 0 "Starting the example: exampled." start
	not grep -q SSD "$R/run/env.it"
}
boot_services
each_shell check
