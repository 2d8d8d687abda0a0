#!/bin/sh
# killall5 signals every process but pid 1, itself and those of its own session.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
a2:3:once:/bin/sleep 1002
END
eventually running a1
eventually running a2
init=$INIT_PID
put /sbin/script 755 <<'END'
#!/bin/sh
sleep 1003 &
echo $! >/run/fellow
status=0
killall5 -15 || status=$?
kill -0 $! && note "the fellow lives, status $status"
note done
sleep 1004
END
apart /sbin/script
eventually noted "done"
noted "the fellow lives, status 0"
eventually not running a1
eventually not running a2
up
equal "pid 1" "$INIT_PID" "$init"
# it goes on, it was not left stopped
never_within 200 grep -q '^[0-9]* (sleep) T' "$R/proc/$(cat "$R/run/fellow")/stat"
