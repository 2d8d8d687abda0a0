# shellcheck shell=sh
# services.sh - what tests of rc and of the tools for services begin with, families t20 and t21.
#
# The programs are tried as they are installed, in a booted system, by each shell that scripts
# may meet as /bin/sh:
#	each_shell FUNCTION	runs it once with each of $SHELLS, dash and BusyBox ash, in a
#				system whose /etc/init.d, farms, notes and /run/rc are new
#	script NAME [HEADER]... <<END	makes /etc/init.d/NAME with these lines as LSB header
#	link LEVEL LINK...	makes links in /etc/rcLEVEL.d, S01NAME or K01NAME
#	rc ARGUMENT...		runs it inside; its output is in $T/out, its status in $status
#	out_has TEXT		there is such a line, or a part of one
#	default [<<END]		writes /etc/default/rcS
# A script made by "service NAME" notes "ACTION NAME".
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
SHELLS=${SHELLS-dash busybox}

# installed SOURCE TARGET [MODE]: a script of ours, in the system to be booted
installed() {
	sed "s/@VERSION@/$(cat "$here/../VERSION")/" "$here/../$1" | put "$2" "${3-755}"
}

install_services() {
	installed rc/rc /etc/init.d/rc
	installed rc/rcS /etc/init.d/rcS
}

# boot_services: a system that does nothing by itself
boot_services() {
	install_services
	boot <<-END
		id:3:initdefault:
		nt:3:respawn:/bin/sleep 1000
	END
	eventually in_level 3
}

# use_shell dash|busybox: that is /bin/sh from now on, inside
use_shell() {
	_path=$(command -v "$1") || skip "no $1"
	inside sh -c 'umount /bin/sh 2>/dev/null; mount --bind '"$_path"' /bin/sh'
}

each_shell() {
	for shell in $SHELLS; do
		use_shell "$shell"
		echo "# with $shell"
		"$@"
		inside sh -c "$_clean"
	done
}

# shellcheck disable=SC2016
_clean='rm -rf /run/rc /run/notes /etc/rc?.d /etc/default /etc/insserv /var/lock
	for script in /etc/init.d/*; do
		case ${script##*/} in rc | rcS) ;; *) rm -rf "$script" ;; esac
	done'

script() {
	_name=$1
	shift
	{
		echo '#!/bin/sh'
		echo '### BEGIN INIT INFO'
		echo "# Provides: $_name"
		for _line; do echo "# $_line"; done
		echo '### END INIT INFO'
		cat
	} | put "/etc/init.d/$_name" 755
}

# service NAME [HEADER]...
service() {
	script "$@" <<-END
		echo "\$1 $1" >>/run/notes
	END
}

link() {
	_level=$1
	shift
	inside mkdir -p "/etc/rc$_level.d"
	for _link; do
		inside ln -sf "../init.d/${_link#???}" "/etc/rc$_level.d/$_link"
	done
}

default() {
	put /etc/default/rcS
}

rc() {
	status=0
	inside env ${previous:+"PREVLEVEL=$previous"} /etc/init.d/rc "$@" >"$T/out" 2>&1 || status=$?
}

out_has() {
	grep -qF -e "$1" "$T/out" || { show "output" <"$T/out"; die "no '$1' in the output"; }
}

# notes_are WORD...: exactly these lines, each given as one argument
notes_are() {
	_wanted=$(for _note; do echo "$_note"; done)
	[ ! -e "$R/run/notes" ] || _got=$(cat "$R/run/notes")
	equal notes "${_got-}" "$_wanted"
	inside rm -f /run/notes
	_got=
}
