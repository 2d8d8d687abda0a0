#!/bin/sh
# Without init's events initctl goes by the journal of the scripts, and says why; without either it says that.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
boot <<END
id:3:initdefault:
si::sysinit:/bin/true
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
initctl() {
	status=0
	inside "$@" >"$T/out" 2>"$T/errors" || status=$?
}
# a process 1 of its own, which is no init
elsewhere() {
	initctl unshare --mount --pid --fork --mount-proc sh -c "$1 initctl blame; :"
}
nobody="setpriv --reuid=65534 --regid=65534 --clear-groups"
none='initctl: nothing is known of this boot: no scripts in /run/rc/journal, and'
# shellcheck disable=SC2086
initctl $nobody initctl blame
equal "status" "$status" 1
equal "errors" "$(cat "$T/errors")" "$none only root may see what init has done"
elsewhere ''
equal "errors" "$(cat "$T/errors")" "$none process 1 is no rung, or keeps no state"
elsewhere 'exec 9</etc/passwd;'
equal "errors" "$(cat "$T/errors")" "$none process 1 is no rung, or keeps no state"
# the number behind eight bytes is the version
inside sh -c '{ head -c 8 && printf "\177" && tail -c +2; } </proc/1/fd/9 >/run/other'
elsewhere 'exec 9</run/other;'
equal "errors" "$(cat "$T/errors")" "$none process 1 is a rung of another version: telinit u, then try again"

# with a journal: of scripts that begin now
uptime_ms
put /run/rc/journal 644 <<END
${now}000 level 2 N
${now}001 start a start 9 - S01a
${now}002 end a start 9 0 1 1 1 -
${now}003 done 2
END
# shellcheck disable=SC2086
initctl $nobody initctl blame
equal "status" "$status" 0
equal "errors" "$(cat "$T/errors")" "initctl: scripts only: only root may see what init has done"
grep -q ' a (level 2)$' "$T/out" || die "no script"
grep -q ' level 2' "$T/out" || die "no level"
elsewhere ''
equal "errors" "$(cat "$T/errors")" "initctl: scripts only: process 1 is no rung, or keeps no state"
initctl initctl blame
equal "errors" "$(cat "$T/errors")" ''
grep -q ' si (sysinit' "$T/out" || die "no entry"

# a journal of another time is none: one from before this init began, and one from the time to come
put /run/rc/journal 644 <<END
1000 level 2 N
1001 start old start 9 - S01old
999999999000000 start future start 9 - S01future
END
initctl initctl blame
equal "errors" "$(cat "$T/errors")" ''
! grep -q 'old\|future' "$T/out" || die "it counts"
# one that cannot be read
inside sh -c 'rm /run/rc/journal && mkdir /run/rc/journal'
initctl initctl blame
equal "status" "$status" 0
equal "errors" "$(cat "$T/errors")" "initctl: /run/rc/journal: Is a directory"
