#!/bin/sh
# A short script may read init-d-script itself, may have no program, and speaks on a terminal in any case.
# shellcheck disable=SC2016 source=tests/short.sh
. "${0%/*}/short.sh"
check() {
	fake
	echo VERBOSE=yes | default
	put /etc/init.d/reads 755 <<-'END'
		#!/bin/sh
		if [ true != "$INIT_D_SCRIPT_SOURCED" ]; then
			set "$0" "$@"
			INIT_D_SCRIPT_SOURCED=true . /lib/init/init-d-script
		fi
		DAEMON=/usr/sbin/exampled
		START_ARGS=--verbose
		do_start_prepare() { env | grep INIT_D_SCRIPT; }
	END
	gives 0 "Starting exampled: exampled." "" /etc/init.d/reads start
	match="--pidfile /var/run/exampled.pid --name exampled"
	notes_are "--start --quiet $match --exec /usr/sbin/exampled --verbose --"
	# its status is that of the action, not that of the last line
	returns 2
	run /etc/init.d/reads start
	equal "status of a start that fails" "$status" 1
	returns 0
	inside rm -f /run/notes
	# without a program, by name and pid file
	short bare <<-END
		DAEMON=none
		NAME=exampled
	END
	gives 0 "Stopping exampled: exampled." "" /etc/init.d/bare stop
	notes_are "--stop --quiet --retry=TERM/0/CONT/30/KILL/5 $match"
	# who types it sees it
	echo VERBOSE=no | default
	[ -n "${SERVICES-}" ] || gives 0 "" "" /etc/init.d/reads start
	: >"$T/console"
	inside setsid sh -c '/etc/init.d/reads start </dev/console >/dev/console 2>&1'
	eventually console_has "Starting exampled: exampled."
	inside rm -f /run/notes
	if [ -z "${SERVICES-}" ]; then
		run /lib/init/init-d-script
		equal status "$status" 3
		grep -q '^init-d-script (rung) .*: is for the first line of a script: #!/bin/sh /lib/init/init-d-script$' "$T/err"
	fi
}
boot_services
! command -v bash >/dev/null || [ -n "${SERVICES-}" ] || SHELLS="$SHELLS bash"
each_shell check
