#!/bin/sh
# Where login keeps no utmp, those are told whose terminal has a session; children of init, gettys, are not.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
rung_only
# line NAME: a terminal, /run/NAME; what it shows is left in /run/NAME.shown
put /sbin/line 755 <<-'END'
	#!/bin/sh
	exec socat -u "PTY,link=/run/$1,rawer" "CREATE:/run/$1.shown" </dev/null
END
put /sbin/getty 755 <<-'END'
	#!/bin/sh
	until [ -e /run/idle ]; do sleep 0.1; done
	exec sleep 1001 <>/run/idle >&0 2>&1	# who begins a session gets the terminal that it opens
END
put /sbin/login 755 <<-'END'
	#!/bin/sh
	until [ -e /run/busy ]; do sleep 0.1; done
	setsid -c sleep 1002 <>/run/busy >&0 2>&1
END
boot <<-END
	id:3:initdefault:
	l1:3:respawn:/sbin/line idle
	l2:3:respawn:/sbin/line busy
	gt:3:respawn:/sbin/getty
	lg:3:respawn:/sbin/login
END
eventually runs 'sleep 1001'
eventually runs 'sleep 1002'
equal "users" "$(inside who)" ''
inside shutdown -k now ring ring </dev/null >"$T/said" 2>&1
eventually grep -q 'ring ring' "$R/run/busy.shown"
! grep 'ring ring' "$R/run/idle.shown" || die "it was shown to a getty"

# who keeps some is believed
log_in alice console
inside shutdown -k now rang rang </dev/null >"$T/said" 2>&1
eventually console_has 'rang rang'
! grep 'rang rang' "$R/run/busy.shown" || die "utmp was not believed"
