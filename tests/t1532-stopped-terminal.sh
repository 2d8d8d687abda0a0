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
uptime_ms
begin=$now
inside shutdown -r now </dev/null
eventually grep -q 'The system is going down for reboot NOW!' "$R/run/shown"
eventually in_level 6
uptime_ms
[ $((now - begin)) -lt 1900 ] || die "it took $((now - begin)) ms"
