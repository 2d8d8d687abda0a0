#!/bin/sh
# Only root and the program's own user can say that it is ready.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
rung_only
command -v socat >/dev/null || skip "no socat"
put /opt/teller 755 <<'END'
#!/bin/sh
printf READY=1 | setpriv --reuid "$1" --clear-groups socat -u - "ABSTRACT-SENDTO:${NOTIFY_SOCKET#@}"
sleep 1000
END
gives 0 --start --background --startas /opt/teller --name none --notify-await --notify-timeout 20 -- 0
gives 2 --start --background --startas /opt/teller --name none --notify-await --notify-timeout 1 -- 65534
err_has "timed out waiting for a notification"
put /opt/self 755 <<'END'
#!/bin/sh
printf READY=1 | socat -u - "ABSTRACT-SENDTO:${NOTIFY_SOCKET#@}"
sleep 1000
END
gives 0 --start --background --startas /opt/self --name none --chuid nobody --notify-await --notify-timeout 20
