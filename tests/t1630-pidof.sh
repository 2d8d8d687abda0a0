#!/bin/sh
# pidof knows a process by its argv[0], by the base name of either side, or by its file, never by two base names.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
END
eventually in_level 3
mkdir -p "$R/tmp/x"
cp /bin/sleep "$R/tmp/x/slp"
ln -s slp "$R/tmp/x/lnk"
# shellcheck disable=SC2016
run() {
	inside sh -c 'cd /tmp/x && setsid -f bash -c "exec -a \"\$0\" \"\$@\"" "$@"' - "$@"
}
pid_with() {
	eventually has_pid "$1"
	eval "$2=$found"
}
has_pid() {
	found=$(cd "$R/proc" && grep -lF "$1" [0-9]*/cmdline 2>/dev/null | sed 's,/.*,,' | head -n 1)
	[ -n "$found" ]
}
run ./slp ./slp 3001
run myname ./slp 3002
run /x/y/base ./slp 3003
run /tmp/x/lnk ./lnk 3004
pid_with 3001 plain
pid_with 3002 named
pid_with 3003 based
pid_with 3004 linked
# is WANTED PROGRAM: what pidof prints for it
is() {
	equal "pidof $2" "$(inside pidof "$2")" "$1"
}
# shellcheck disable=SC2154
{
	is "$plain" slp
	is "$plain" ./slp
	is "$named" myname
	is "$based" base
	is "$linked" lnk
	is "$linked $based $named $plain" /tmp/x/slp
	is "$linked $based $named $plain" /tmp/x/lnk
}
is '' /x/y/base
is '' /a/slp
is '' /a/base
is '' sl
is '' slpx
is '' ''
