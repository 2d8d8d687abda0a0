#!/bin/sh
# On a kernel without pidfds, or where they are forbidden, it stops and waits all the same.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
command -v strace >/dev/null || skip "no strace"
put /opt/careless 755 <<'END'
#!/bin/sh
# its child ends when it has become a program that waits for nobody
(until grep -qx foo /proc/$$/comm; do sleep 0.02; done) &
echo $! >/run/zombie.pid
exec /opt/foo 1001
END
spawn /opt/careless >/dev/null
eventually test -s "$R/run/zombie.pid"
read -r zombie <"$R/run/zombie.pid"
eventually grep -q '^State:.Z' "$R/proc/$zombie/status"
for error in ENOSYS EPERM; do
	without() {
		inside strace -qq -o /dev/null -e trace=pidfd_open -e inject=pidfd_open:error=$error /sbin/ssd "$@"
	}
	inside strace -qq -o /dev/null true 2>/dev/null || skip "no tracing here"
	status=0
	without --status --pid "$zombie" || status=$?
	equal "$error: status of a zombie" "$status" 3
	p=$(spawn_mule)
	echo "$p" | put /run/foo.pid
	without --status --pidfile /run/foo.pid || die "$error: status $?"
	status=0
	without --stop --pidfile /run/foo.pid --retry TERM/0 >"$T/out" || status=$?
	equal "$error: status" "$status" 2
	without --stop --pidfile /run/foo.pid --retry TERM/0/KILL/20 || die "$error: status $?"
	gone "$p" || die "$error: it runs still"
	status=0
	without --status --pidfile /run/foo.pid || status=$?
	equal "$error: status" "$status" 1
done
