#!/bin/sh
# Without a process to be had for ten seconds, requests are served, and all starts when there are some again.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
# Root is above the limit, so all this runs as a user, in a user namespace of its own.
if [ "$(id -u)" -eq 0 ]; then
	set -- setpriv --reuid 54321 --regid 54321 --clear-groups
	mkdir "$T/user" && chmod 755 "$T" && chown 54321:54321 "$T/user"
	[ -z "${work-}" ] || chmod 711 "$work" "$work/tmp"
	"$@" test -x "$INIT" -a -r "$0" -a -w "$T/user" || skip "an unprivileged user may not read this tree"
	"$@" unshare --user --map-root-user true 2>/dev/null || skip "no user namespaces for users"
	status=0
	"$@" env HOME=/ TMPDIR="$T/user" INIT="$INIT" "$0" >"$T/said" 2>&1 || status=$?
	grep -E '^#|^1\.\.0 # SKIP' "$T/said" || :
	exit "$status"
fi
boot <<TABLE
id:3:initdefault:
$(pulse_lines)
r2:2:respawn:/bin/sleep 1006
TABLE
eventually running a1
old=$(pid_of a1)
prlimit --pid "$INIT_PID" --nproc=1:
kill "$old"
eventually console_has "cannot fork, retry"
# requests are served meanwhile: they are read, and what needs no process is done
signal HUP
telinit -t 1 2 2>/dev/null || message 1 2 1 | send
eventually console_has "Switching to runlevel: 2"
eventually in_level 2
never_within 9000 running r2
prlimit --pid "$INIT_PID" --nproc="$(sed -n 's/^Max processes *[^ ]* *\([^ ]*\).*/\1/p' "/proc/$INIT_PID/limits"):"
uptime_ms
freed=$now
eventually running r2
eventually new_pid a1 "$old"
uptime_ms
echo "# all is there $((now - freed)) ms after there were processes again"
[ $((now - freed)) -lt $((patience * 200)) ] || die "it takes long until they are used"
pulse a
