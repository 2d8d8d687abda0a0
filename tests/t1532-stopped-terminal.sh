#!/bin/sh
# A terminal that takes nothing delays neither the others nor the shutdown.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
put /sbin/session 755 <<'SCRIPT'
#!/bin/sh
tty <&1 >/run/line
exec sleep 1000
SCRIPT
boot_levels
inside socat -u EXEC:/sbin/session,pty,rawer OPEN:/run/shown,creat,append &
eventually test -s "$R/run/line"
log_in alice console
log_in bob "$(cat "$R/run/line")"
type_text '\023'
stopped() { ! inside timeout 0.2 sh -c 'echo >/dev/console'; }
eventually stopped
# who waits for it needs two seconds, each time; a busy machine does not need them three times in a row
for _ in 1 2 3; do
	: >"$R/run/shown"
	uptime_ms && begin=$now
	inside shutdown -r now </dev/null
	eventually grep -q 'The system is going down for reboot NOW!' "$R/run/shown"
	eventually in_level 6
	uptime_ms
	took=$((now - begin))
	[ "$took" -ge 1900 ] || break
	telinit 3
	eventually in_level 3
done
[ "$took" -lt 1900 ] || die "it took $took ms"
