#!/bin/sh
# pidof -o leaves out the listed pids, %PPID is that of the caller.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
a2:3:once:/bin/sleep 1002
a3:3:once:/bin/sleep 1003
a4:3:once:/bin/sleep 1004
END
for i in 1 2 3 4; do
	eventually running a$i
	eval "p$i=$(inner_pid "$(pid_of a$i)")"
done
# shellcheck disable=SC2154
{
	equal "all but three" "$(inside pidof -o "$p1,$p2" -o "$p3" sleep)" "$p4"
	equal "other separators" "$(inside pidof -o "$p1;$p2:$p3" sleep)" "$p4"
}
status=0
inside pidof -o "$p1,$p2,$p3,$p4" sleep >"$T/said" || status=$?
equal "status without any" "$status" 1
put /sbin/asks 755 <<'END'
#!/bin/sh
pidof -x asks >/run/with
pidof -x -o %PPID asks >/run/without || note "status $?"
echo $$ >/run/asker
END
inside asks
equal "with the caller" "$(cat "$R/run/with")" "$(cat "$R/run/asker")"
equal "without the caller" "$(cat "$R/run/without")" ''
noted "status 1"
