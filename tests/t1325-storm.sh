#!/bin/sh
# After thirty seconds of signals and requests at full speed the running table is the file's.
# limit: 120 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
boot <<TABLE
id:3:initdefault:
$(pulse_lines)
r0:3:respawn:/bin/sleep 2000
TABLE
eventually running a1
harm storm 30 >"$T/storm" &
storm=$!
edits=0
while alive "$storm"; do
	edits=$((edits + 1))
	sed "s/sleep 200[0-9]*/sleep 200$edits/; s/^r[0-9]*:/r$edits:/" "$R/etc/inittab" |
		inside sh -c 'cat >/etc/inittab.new && mv /etc/inittab.new /etc/inittab'
	signal HUP
	case $edits in 3) pulse a ;; 9) pulse c ;; esac
	sleep 0.2
done
wait "$storm" || die "the storm failed: $(cat "$T/storm")"
echo "# $(cat "$T/storm"), $edits edits"
is_as_written() {
	running "r$edits" && [ "$(pids_running "/bin/sleep 200$edits" | wc -l)" -eq 1 ]
}
eventually is_as_written
sleeping() {
	inside pgrep -f '^/bin/sleep 200' | wc -l
}
only_it() {
	[ "$(sleeping)" -eq 1 ]
}
eventually only_it
old=$(pid_of a1) && kill "$old"
eventually new_pid a1 "$old"
# the environment is as the last request left it
echo "e1:3:once:/sbin/showenv e1" >>"$R/etc/inittab"
signal HUP
eventually env_has e1 INIT_STORM=1
