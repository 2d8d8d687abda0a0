#!/bin/sh
# killall5 ends with 2 when there is nobody to signal: pid 1, zombies and spared ones do not count.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
put /sbin/parent 755 <<'END'
#!/bin/sh
sleep 0 &
exec sleep 1001
END
boot <<'END'
id:3:initdefault:
a1:3:once:/sbin/parent
END
eventually in_level 3
zombie() {
	grep -q '(sleep) Z' "$R"/proc/[0-9]*/stat 2>/dev/null
}
eventually runs 'sleep 1001'
eventually zombie
# what init has its records written by has come, up to 50 ms after what is to be recorded, and gone
wakeups() {
	sed -n 's/^voluntary_ctxt_switches:[[:space:]]*//p' "/proc/$INIT_PID/status"
}
alone() {
	_before=$(wakeups)
	sleep 0.3
	[ "$_before" = "$(wakeups)" ] && [ "$(find "$R/proc" -maxdepth 1 -name '[0-9]*' | wc -l)" -eq 3 ]
}
eventually alone
parent=$(inner_pid "$(pids_running 'sleep 1001')")
status=0
inside killall5 -15 -o "$parent" || status=$?
equal status "$status" 2
zombie
inside killall5 -9
nobody() {
	status=0
	inside killall5 -15 || status=$?
	[ "$status" -eq 2 ]
}
eventually nobody
