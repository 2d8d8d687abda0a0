# debian-checks.sh - what the tests that live in a whole Debian have in common; it is read after debian-guest.sh.
#
#	check NAME COMMAND...	what is true of this Debian; each check prints a line, with its seconds
#	init_is INIT		process 1: rung, classic or systemd
#	answers			the daemons do
#	install_package		in the running system, whose init is rung then
#	ends WORDS|keys SAYS N	typed, or the three keys, they end the system; the kernel SAYS that for the Nth time
# shellcheck shell=sh disable=SC2154
trap 'finish_all' EXIT
failures=0 checks=0

# Unlike lib.sh's: many checks, each with its own verdict
finish_all()
{
	status=$?
	trap '' HUP INT TERM
	set +e
	[ "$status" = 77 ] || [ "$checks" -eq 0 ] || echo "$((checks - failures)) passed, $failures failed"
	[ "$status" != 0 ] || [ "$failures" -eq 0 ] || status=1
	if [ "$qemu" ]; then
		kill "$qemu" 2>/dev/null
		wait "$qemu" 2>/dev/null
	fi
	if [ "${RUNG_KEEP-}" ]; then echo "# kept: $T"; else rm -rf "$T"; fi
	exit "$status"
}

check()
{
	name=$1
	shift
	checks=$((checks + 1))
	began=$(date +%s)
	set +e
	(
		set -e
		"$@"
	) >"$T/why" 2>&1
	verdict=$?
	set -e
	if [ "$verdict" -eq 0 ]; then
		echo "ok $checks - $name ($(($(date +%s) - began)) s)"
		return
	fi
	failures=$((failures + 1))
	echo "not ok $checks - $name"
	sed 's/^/#   /' "$T/why"
	show
}

init_is()
{
	is=classic
	! guest 'test -d /run/systemd/system' || is=systemd
	! guest 'grep -q RUNG_VERSION /proc/1/exe' || is=rung
	[ "$is" = "$1" ] || die "process 1 is $is"
}

answers()
{
	guest_eventually "bash -c 'exec 3<>/dev/tcp/127.0.0.1/22; head -n 1 <&3' | grep ^SSH-2.0"
	guest_eventually "bash -c 'exec 3<>/dev/tcp/127.0.0.1/80; printf \"GET / HTTP/1.0\\r\\n\\r\\n\" >&3; head -n 1 <&3' | grep '200 OK'"
	word=word$(date +%s)
	guest "logger $word"
	guest_eventually "grep $word /var/log/syslog"
	guest 'dbus-send --system --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.ListNames'
}

install_package()
{
	guest "head -c $size /dev/nvme1n1 >/root/rung.deb"
	guest 'dpkg --install /root/rung.deb'
	init_is rung
}

ends()
{
	if [ "$1" = keys ]; then
		monitor 'sendkey ctrl-alt-delete'
	else
		type "$1"
	fi
	until_=$(($(seconds) + patience))
	until ended; do
		[ "$(seconds)" -lt "$until_" ] || die "still on"
		sleep 0.2
	done
	! panicked || die "the kernel panicked"
	serial_times "reboot: $2" "$3" || die "the kernel did not say: $2"
}
