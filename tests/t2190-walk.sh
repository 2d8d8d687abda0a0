#!/bin/sh
# The commands of doc/services.md say what it says they say.
# limit: 120 s
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
command -v bash >/dev/null || skip "no bash"
walk=$T/walk patience=$((patience / 2))

# Code is indented by four blanks: "# COMMAND", with its here document if it has one, and
# what it says.  Each becomes N.do and N.says.
mkdir "$walk"
awk -v dir="$walk/" '
	!/^    /	{ next }
	{ sub(/^    /, "") }
	here		{ print >file; if ($0 == here) here = ""; next }
	/^# /		{
		file = dir (100 + ++n) ".do"
		print substr($0, 3) >file
		if (split($0, part, "<<\047") == 2) { here = part[2]; sub(/\047.*/, "", here) }
		file_says = dir (100 + n) ".says"
		printf "" >file_says
		next
	}
	{ print >file_says }
' "$here/../doc/services.md"

# Times are not the same twice, and who was slowest is not told of what took none; colours are for terminals;
# INIT's own lines may come too late; the shell tells of a process that was killed, or does not.
plain() {
	tr -d '\r\033' | sed -e 's/\[[0-9]*m//g' -e 's/.*\(\[[^]]*\] *[0-9.]* s \)/\1/' -e 's/; slowest: .*//' \
		-e 's/ *[0-9]\{1,\}\.[0-9][0-9] s/ N s/g' -e '/^INIT: /d' -e '/^[[:blank:]]*Terminated$/d'
}

# do_command FILE: as if typed on a terminal, in bash, whatever shell the scripts have; what the console shows belongs to it when the level changes
do_command() {
	read -r command <"$1"
	shown=$(wc -c <"$T/console")
	# shellcheck disable=SC2016
	inside bash -c 'exec <"$2"; eval "$1"' - "$(cat "$1")" /dev/console >"$T/out" 2>&1 || :
	case $command in
	telinit*)
		eventually level_done "${command#telinit }"
		tail -c "+$((shown + 1))" "$T/console" >"$T/out" ;;
	esac
}

level_done() {
	tail -n 1 "$R/run/rc/journal" 2>/dev/null | grep -q " done $1\$" &&
		tail -c "+$((shown + 1))" "$T/console" | grep -q "rc: level $1"
}

# as_written FILE: repeats what only looks, for daemons take time to die
as_written() {
	plain <"${1%.do}.says" >"$T/wanted"
	plain <"$T/out" >"$T/got"
	cmp -s "$T/wanted" "$T/got" && return
	case $command in
	*status | cat* | echo*) do_command "$1" ;;
	telinit*) tail -c "+$((shown + 1))" "$T/console" >"$T/out" ;;
	esac
	return 1
}

walk() {
	put /etc/init.d/skeleton 755 <"$here/../etc/init.d/skeleton"
	inside sh -c 'rm -f /run/greet*'
	for file in "$walk"/*.do; do
		do_command "$file"
		(eventually as_written "$file") >/dev/null || {
			diff -u "$T/wanted" "$T/got" | show "$command"
			die "it does not say what doc/services.md says"
		}
	done
}

install_rc
# the init of a system with scripts, in short
boot <<END
id:2:initdefault:
l2:2:wait,tty=console:/etc/init.d/rc 2
l3:3:wait,tty=console:/etc/init.d/rc 3
nt:23:respawn:/bin/sleep 1000
END
eventually in_level 2
have_services
each_shell walk
