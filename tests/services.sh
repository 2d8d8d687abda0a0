# shellcheck shell=sh
# services.sh - what tests of rc and of the tools for services begin with, families t20 and t21.
#
# SERVICES	root folder whose etc/init.d/rc, usr/sbin/service ... are under test; without it the
#	tree's.  What Debian's do otherwise is listed in deliberate-services.txt.
#
# The programs are tried as they are installed, in a booted system, by each shell that scripts
# may meet as /bin/sh:
#	each_shell FUNCTION	runs it once with each of $SHELLS, dash and BusyBox ash, in a
#				system whose /etc/init.d, farms, notes and /run/rc are new
#	script NAME [HEADER]... <<END	makes /etc/init.d/NAME with these lines as LSB header
#	link LEVEL LINK...	makes links in /etc/rcLEVEL.d, S01NAME or K01NAME
#	rc ARGUMENT...		runs it inside; its output is in $T/out, its status in $status
#	gives STATUS OUTPUT ERRORS COMMAND...	exactly that comes of it
#	out_has TEXT		there is such a line, or a part of one
#	default [<<END]		writes /etc/default/rcS
# A script made by "noter NAME" notes "ACTION NAME".
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# a BusyBox shell has start-stop-daemon and others built in, which Debian's tools do not expect
SHELLS=${SHELLS-dash busybox}
[ -z "${SERVICES-}" ] || SHELLS=dash

rung_only() {
	[ -z "${SERVICES-}" ] || skip "an extension of rung"
}

# The tree of what is under test: ours, or the one at $SERVICES.
install_services() {
	mkdir -p "$T/skel/services"
	if [ -z "${SERVICES-}" ]; then
		(
			unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
			make -s -C "$here/.." DESTDIR="$T/skel/services" MANDIR=/man SCRIPTS= install-scripts
		)
		mkdir -p "$T/skel/services/sbin"
		cp "$here/../rcrun" "$here/../startpar" "$T/skel/services/sbin"
	else
		(
			cd "$SERVICES"
			cp -R --parents etc/init.d/rc etc/init.d/rcS lib/init lib/lsb \
				usr/sbin/service usr/sbin/invoke-rc.d usr/sbin/update-rc.d \
				"$T/skel/services"
		)
	fi
}

# All of make install-rc but the scripts, which a distribution has of its own.  The programs are not
# left to make: others may be making them.
install_rc() {
	mkdir -p "$T/skel/services/sbin"
	(
		unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
		cd "$here/.."
		make -s DESTDIR="$T/skel/services" MANDIR=/man \
			SCRIPTS=644:etc/insserv.conf:/etc install-scripts
		# shellcheck disable=SC2046
		cp $(sed -n 's/^RC_PROGRAMS *= *//p' Makefile) "$T/skel/services/sbin"
	)
}

# boot_services [OPTION of boot]...: a system that does nothing by itself
boot_services() {
	install_services
	boot "$@" <<-END
		id:3:initdefault:
		l4:4:wait,tty=console:/etc/init.d/rc 4
		nt:34:respawn:/bin/sleep 1000
	END
	eventually in_level 3
	have_services
}

# have_services: put them in their places; what the machine has of them is not seen any more
have_services() {
	inside sh -c "$_overlay" || skip "no overlay on /usr"
}
# shellcheck disable=SC2016
_overlay='mkdir -p /tmp/upper /tmp/work &&
	mount -t overlay overlay -o lowerdir=/usr,upperdir=/tmp/upper,workdir=/tmp/work /usr || exit
	for file in lib/init lib/lsb sbin/service sbin/invoke-rc.d sbin/update-rc.d sbin/policy-rc.d; do
		rm -rf "/usr/$file"
	done
	for dir in /services/*; do
		[ "$dir" = /services/man ] || cp -R --remove-destination "$dir/." "/${dir##*/}/"
	done'

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
_clean='rm -rf /usr/sbin/policy-rc.d /run/rc /run/notes /etc/rc?.d /etc/default /etc/insserv /var/lock
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

# noter NAME [HEADER]...
noter() {
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

# run COMMAND...: inside, its standard output in $T/out, its errors in $T/err
run() {
	status=0
	inside "$@" >"$T/out" 2>"$T/err" || status=$?
}

rc() {
	status=0
	inside env ${previous:+"PREVLEVEL=$previous"} /etc/init.d/rc "$@" >"$T/out" 2>&1 || status=$?
}

# gives STATUS OUTPUT ERRORS COMMAND...: exactly that comes of it, inside
gives() {
	_gives=$1 _output=$2 _errors=$3
	shift 3
	run "$@"
	equal "status of $*" "$status" "$_gives"
	equal "output of $*" "$(cat "$T/out")" "$_output"
	equal "errors of $*" "$(cat "$T/err")" "$_errors"
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
