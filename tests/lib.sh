# shellcheck shell=sh
# lib.sh - what every black-box test begins with; README.md shows how to write one.
#
# A test boots the real init as PID 1 of a throwaway system (see enter), looks at its
# files, processes and console, and prints TAP: one test a script, named by its second line.
#
# Variables for tests:
#	INIT		the program under test (default: init at the top of the tree)
#	T		the test's own folder; $T/console is what the console showed
#	R		the root of the system inside, for reading and writing its files:
#			"$R/run/runlevel".  Beware of absolute links there.
#	INIT_PID	PID 1 as this machine sees it
# Pids that these functions print or take are this machine's; inner_pid translates.
#
# From the caller:
#	RUNG_SLOW=1	a slow machine: wait three times longer before failing
#	RUNG_TRACE=1	trace the test
set -eu
[ -z "${RUNG_TRACE-}" ] || set -x
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES STRIP STATIC PREFIX DESTDIR	# some tests call make
unset POSIXLY_CORRECT	# with it options have to come first
export LC_ALL=C	# what tools say, and its order, is compared
umask 022	# what is made here is for all in the system inside

here=$(cd "${0%/*}" && pwd)
case ${INIT:=$here/../init} in
/*) ;;
*) INIT=$PWD/$INIT ;;
esac
[ -x "$INIT" ] || { echo "Bail out! no $INIT; make it first"; exit 1; }
patience=${RUNG_PATIENCE:-10}	# seconds
[ -z "${RUNG_SLOW-}" ] || patience=$((patience * 3))

T=$(mktemp -d "${TMPDIR:-/tmp}/rung.XXXXXX")
R=/nowhere
INIT_PID='' LAUNCHER='' TERMINAL=''

# ---------------------------------------------------------------- how a test ends

die() {
	echo "# $*"
	exit 1
}

skip() {
	echo "1..0 # SKIP $*"
	exit 77
}

# rung_only: a test of what no other init has
rung_only() {
	grep -q RUNG_VERSION "$INIT" || skip "an extension of rung"
}

show() {
	echo "# $1:"
	sed 's/^/#    /'
}

at_exit() {
	status=$?
	trap - EXIT HUP INT TERM
	set +eux
	sentence=$(sed -n '2s/^# *//p' "$0")
	case $status in
	0)	echo "1..1"
		echo "ok 1 - $sentence" ;;
	77)	;;
	*)	[ "$status" -eq 1 ] || echo "# a command failed with status $status"
		status=1	# 124 and 137 are for run: out of time
		echo "1..1"
		echo "not ok 1 - $sentence"
		[ ! -f "$T/console" ] || tr -d '\r' <"$T/console" | tail -n 40 | show console
		[ ! -s "$T/errors" ] || tail -n 20 "$T/errors" | show "standard error"
		processes | show processes ;;
	esac
	exec 2>/dev/null	# the shell tells of each that is killed
	[ -z "$LAUNCHER" ] || kill -KILL "$LAUNCHER"
	[ -z "$TERMINAL" ] || kill -TERM "$TERMINAL"
	wait
	exec 6<&- 7<&- 8<&- 9<&-
	rm -rf "$T"
	exit "$status"
}
trap at_exit EXIT
trap 'exit 1' HUP INT TERM

# ---------------------------------------------------------------- waiting

uptime_ms() {
	read -r _up _ </proc/uptime
	_up=${_up%.*}${_up#*.}0
	# shellcheck disable=SC2034
	now=${_up#"${_up%%[!0]*}"}
}

# eventually COMMAND...: poll until it is true; fail loudly when it does not come true
eventually() {
	uptime_ms
	_until=$((now + patience * 1000)) _step=1
	until "$@"; do
		uptime_ms
		[ "$now" -lt "$_until" ] || die "not within $patience s: $*"
		case $_step in
		?) sleep 0.0$_step && _step=$((_step + 1)) ;;
		*) sleep 0.1 ;;
		esac
	done
}

# never_within MS COMMAND...: fail if it comes true within so many milliseconds
never_within() {
	uptime_ms
	_until=$((now + $1))
	shift
	while [ "$now" -lt "$_until" ]; do
		! "$@" || die "came true, and must not: $*"
		sleep 0.05
		uptime_ms
	done
}

# not COMMAND...: for use with the two above
not() {
	! "$@"
}

# equal WHAT GOT WANTED: fails with both values shown
equal() {
	[ "$2" = "$3" ] || die "$1: got '$2', wanted '$3'"
}

# ---------------------------------------------------------------- the system inside

# put PATH [MODE]: standard input becomes that file inside; before boot or after.
# What was there is removed first: it may be a link to one of the machine's files.
put() {
	if [ -z "$INIT_PID" ] || ended; then
		# shellcheck disable=SC2016
		set -- sh -c "$_put" - "$T/skel$1" "${2-}"
	else
		set -- inside sh -c "$_put" - "$1" "${2-}"
	fi
	"$@"
}
# shellcheck disable=SC2016
_put='mkdir -p "${1%/*}" && rm -f "$1" && cat >"$1" && { [ -z "$2" ] || chmod "$2" "$1"; }'

# The programs that tests use in inittabs.
fixtures() {
	# note WORD...: leaves a line in /run/notes
	put /sbin/note 755 <<-'END'
		#!/bin/sh
		echo "$*" >>/run/notes
	END
	# stubborn WORD...: does not mind SIGTERM
	put /sbin/stubborn 755 <<-'END'
		#!/bin/sh
		trap "" TERM
		echo "stubborn $*" >>/run/notes
		while :; do sleep 1000; done
	END
	# gate NAME: notes "gate NAME", ends when open_gate NAME has been called
	put /sbin/gate 755 <<-'END'
		#!/bin/sh
		echo "gate $*" >>/run/notes
		until rm "/run/open.$1" 2>/dev/null; do sleep 0.02; done
		echo "passed $*" >>/run/notes
	END
	# showenv NAME: leaves the environment that init gave it in /run/env.NAME
	put /sbin/showenv 755 <<-'END'
		#!/bin/sh
		tr '\0' '\n' <"/proc/$$/environ" >"/run/new.$1"
		mv "/run/new.$1" "/run/env.$1"
	END
}

open_gate() {
	: >"$R/run/open.$1"
}

# env_has NAME VARIABLE=VALUE: what showenv NAME saw
env_has() {
	grep -qxF -e "$2" "$R/run/env.$1" 2>/dev/null
}

open_terminal() {
	[ -z "$TERMINAL" ] || return 0
	# its other side: what one types comes from $T/keys, what it shows goes to $T/console
	: >"$T/console"
	mkfifo "$T/keys"
	exec 6<>"$T/keys"	# always somebody there: socat neither waits nor sees an end
	setpriv --pdeathsig KILL socat "PTY,link=$T/tty" \
		"OPEN:$T/keys,rdonly!!OPEN:$T/console,append" 6<&- 2>"$T/errors" &
	TERMINAL=$!
	eventually test -e "$T/tty"
}

is_up() {
	[ -s "$T/pid" ] || {
		alive "$LAUNCHER" || die "the system did not start"
		return 1
	}
	read -r INIT_PID <"$T/pid"
	read -r _comm <"/proc/$INIT_PID/comm" || return 1
	[ "$_comm" = init ]
} 2>/dev/null

_newline='
'
# boot [OPTION of enter]... [-- ARGUMENT of init]... <INITTAB: returns when PID 1 is up
boot() {
	R=/nowhere
	fixtures
	mkdir -p "$T/skel/etc" "$T/root"
	rm -f "$T/pid" "$T/skel/etc/inittab"
	_options='' _inittab=yes
	while [ $# -gt 0 ]; do
		case $1 in
		--no-inittab) _inittab=no ;;
		--env) _options="$_options--env$_newline$2$_newline" && shift ;;
		--) shift && break ;;
		*) _options=$_options$1$_newline ;;
		esac
		shift
	done
	[ "$_inittab" = no ] || cat >"$T/skel/etc/inittab"
	open_terminal
	_ifs=$IFS IFS=$_newline
	# shellcheck disable=SC2086
	set -- $_options "$INIT" "$@"
	IFS=$_ifs
	[ -z "${TOOLS-}" ] || set -- --tools "$TOOLS" "$@"
	# shellcheck disable=SC2094
	"$here/enter" --root "$T/root" --tty "$T/tty" --copy "$T/skel" --tell-pid "$@" \
		<"$T/tty" 3>"$T/pid" >>"$T/errors" 2>&1 6<&- 7<&- 8<&- 9<&- &
	LAUNCHER=$!
	eventually is_up
	# these outlive PID 1: its files can be read after its end
	exec 7<"/proc/$INIT_PID/ns/mnt" 8<"/proc/$INIT_PID/root" 9<"/proc/$INIT_PID/ns/pid"
	R=/proc/$$/fd/8
}

up() {
	# shellcheck disable=SC3013
	[ "/proc/$INIT_PID/ns/pid" -ef "/proc/$$/fd/9" ]
}

# ended: PID 1 is no more
ended() {
	! up
}

# ended_by halt|reboot|STATUS: waits for the end; power-off looks like halt from here
ended_by() {
	eventually not alive "$LAUNCHER"
	_how=0
	wait "$LAUNCHER" 2>/dev/null || _how=$?
	LAUNCHER=
	case $_how in
	129) _how=reboot ;;
	130) _how=halt ;;
	esac
	equal "the end" "$_how" "$1"
}

# telinit_last ARGUMENT...: for a request that ends the system, and may take telinit with it
telinit_last() {
	_status=0
	telinit "$@" || _status=$?
	case $_status in
	0 | 137 | 143) ;;
	*) return "$_status" ;;
	esac
}

# power_cut: ends it from outside; one may boot again afterwards
power_cut() {
	kill -KILL "$LAUNCHER"
	wait "$LAUNCHER" 2>/dev/null || :
	LAUNCHER=
	eventually ended
}

# inside COMMAND...: runs it in all of init's namespaces, as root
inside() {
	up || die "PID 1 is gone"
	set -- env -i PATH=/sbin:/usr/sbin:/bin:/usr/bin TERM=dumb HOME=/root "$@"
	if [ "$(id -u)" -ne 0 ]; then
		set -- --user --preserve-credentials -- "$@"
	fi
	nsenter -t "$INIT_PID" --mount --pid --uts --ipc --net --cgroup "$@"
}

telinit() {
	inside /sbin/telinit "$@"
}

# signal NAME|NUMBER: to PID 1
signal() {
	up || die "PID 1 is gone"
	kill -s "$1" "$INIT_PID"
}

# type_text TEXT: on the console; \n and the like are understood
type_text() {
	# shellcheck disable=SC2059
	printf "$1" >&6
}

# console_has TEXT: it has appeared on the console, on one line
console_has() {
	grep -qF -e "$1" "$T/console"
}

# console_count TEXT: prints on how many lines
console_count() {
	grep -cF -e "$1" "$T/console" || :
}

# collect_log: from now on /dev/log inside is read; logged TEXT: init has told it that.
# Unlike the console it loses nothing when the terminal is set up and flushed.
collect_log() {
	inside socat -u UNIX-RECV:/dev/log,mode=666 OPEN:/run/log,creat,append 2>/dev/null &
	eventually test -S "$R/dev/log"
}
logged() {
	grep -aqF -e "$1" "$R/run/log" 2>/dev/null
}

# noted WORDS: a program left that line, see fixtures; note_count WORDS: prints how often
noted() {
	grep -qxF -e "$1" "$R/run/notes" 2>/dev/null
}
note_count() {
	grep -cxF -e "$1" "$R/run/notes" 2>/dev/null || :
}

# noted_times N WORDS, console_times N TEXT: exactly so often
noted_times() {
	[ "$(note_count "$2")" -eq "$1" ]
}
console_times() {
	[ "$(console_count "$2")" -eq "$1" ]
}

# in_level L: init says that it is there
in_level() {
	[ -f "$R/run/runlevel" ] || return 1
	_level=
	read -r _level <"$R/run/runlevel" || :
	[ "$_level" = "$1" ]
}

# ---------------------------------------------------------------- processes

# children PID: sets $_kids
children() {
	_kids=
	read -r _kids <"/proc/$1/task/$1/children" || :
} 2>/dev/null

# squeezed WORDS...: sets $_squeezed to the text without its blanks
squeezed() {
	set -f
	# shellcheck disable=SC2048,SC2086
	set -- $*
	set +f
	_ifs=$IFS IFS=
	_squeezed="$*"
	IFS=$_ifs
}

# pids_running COMMAND: prints the pids of its processes, the ones nearest to init first.
# A command is known by its words; neither its redirections nor the shell that a script
# runs in matter.
pids_running() {
	squeezed "${1%%[<>]*}"
	_words=$_squeezed
	squeezed "$1"
	_todo=$INIT_PID
	while [ -n "$_todo" ]; do
		_pid=${_todo%% *}
		case $_todo in
		*' '*) _todo=${_todo#* } ;;
		*) _todo= ;;
		esac
		children "$_pid"
		_todo=$_todo${_todo:+${_kids:+ }}${_kids% }
		# read drops the NULs between the words
		_cmdline=
		{ read -r _cmdline <"/proc/$_pid/cmdline" || :; } 2>/dev/null
		case $_cmdline in
		"$_squeezed" | "$_words" | "/bin/sh$_words" | "/bin/sh-c$_squeezed" | \
		"/bin/sh-cexec$_squeezed")
			echo "$_pid" ;;
		esac
	done
}

# runs COMMAND: it has a process
runs() {
	[ -n "$(pids_running "$1")" ]
}

# command_of ID: sets $_command to the process field of that entry, without its prefixes
command_of() {
	_command=
	for _file in "$R/etc/inittab" "$R/etc/inittab.d"/*.tab; do
		[ -f "$_file" ] || continue
		while IFS=: read -r _id _ _ _process || [ -n "$_id" ]; do
			[ "$_id" = "$1" ] || continue
			_process=${_process#+}
			_process=${_process#@}
			_command=${_process%% #*}
			return 0
		done <"$_file"
	done
	die "no entry $1 in the inittab"
}

# pids_of ID: the processes of that entry; give each entry a command of its own
pids_of() {
	command_of "$1"
	pids_running "$_command"
}

# pid_of ID: the one nearest to init; false when there is none
pid_of() {
	_pids=$(pids_of "$1") && [ -n "$_pids" ] || return 1
	echo "${_pids%%[!0-9]*}"
}

running() {
	pid_of "$1" >/dev/null
}

# new_pid ID OLD: it runs, as another process than OLD
new_pid() {
	_new=$(pid_of "$1") && [ "$_new" != "$2" ]
}

# alive PID: exists and is no zombie
alive() {
	_stat=
	{ read -r _stat <"/proc/$1/stat" || return 1; } 2>/dev/null
	case ${_stat##*) } in
	[ZX]*) return 1 ;;
	esac
}

# started_at PID: prints when it was forked, to be compared with what uptime_ms says.  How busy the machine is with
# the test does not count; but neither does what it has waited for before its exec.
started_at() {
	read -r _stat <"/proc/$1/stat"
	# shellcheck disable=SC2086
	set -- ${_stat##*) }
	echo "${20}0"	# Linux tells all of its users of hundredths of a second
}

# inner_pid PID: prints the pid that the system inside knows it by
inner_pid() {
	sed -n 's/^NSpid:.*[[:space:]]//p' "/proc/$1/status"
}

# processes: a tree of what runs inside, for people; what is left when PID 1 is dead
processes() {
	if [ -n "$INIT_PID" ] && up; then
		subtree "$INIT_PID" ''
	elif [ -n "$LAUNCHER" ] && alive "$LAUNCHER"; then
		_space=$(readlink "/proc/$$/fd/9")
		for _dir in "/proc/$LAUNCHER" "/proc/$INIT_PID" /proc/[0-9]*; do
			case ${_dir#/proc/} in
			"$LAUNCHER" | "$INIT_PID") ;;
			*) [ "$(readlink "$_dir/ns/pid")" = "$_space" ] || continue ;;
			esac
			echo "$(cat "$_dir/stat") in $(cat "$_dir/wchan")"
		done
	fi
} 2>/dev/null
subtree() {
	printf '%s%s %s\n' "$2" "$(inner_pid "$1")" "$(tr '\0' ' ' <"/proc/$1/cmdline")"
	children "$1"
	for _kid in $_kids; do
		(subtree "$_kid" "  $2")
	done
}

# ---------------------------------------------------------------- requests

# word N: four bytes in this machine's order
word() {
	set -- "$(printf '%08x' "$1")"
	set -- "${1%??????}" "${1#??}"
	set -- "$1" "${2%????}" "${2#??}"
	set -- "$1" "$2" "${3%??}" "${3#??}"
	[ "$(printf '\001\000' | od -An -tu2)" -eq 256 ] || set -- "$4" "$3" "$2" "$1"
	for _byte in "$@"; do
		# shellcheck disable=SC2059
		printf "\\$(printf %03o "0x$_byte")"
	done
}

# message COMMAND LEVEL SECONDS [DATA]: prints the 384 bytes that init takes on its FIFO.
# LEVEL is a number or one character; escapes in DATA are understood.
message() {
	_level=0
	case $2 in
	[0-9]?*) _level=$2 ;;
	?) _level=$(printf %d "'$2") ;;
	esac
	{
		word $((0x03091969))
		word "$1"
		word "$_level"
		word "$3"
		# shellcheck disable=SC2059
		printf "${4-}"
		head -c 368 /dev/zero
	} | head -c 384
}

# send [BYTES]: to the FIFO, in one write; from standard input without an argument
send() {
	# shellcheck disable=SC2059
	if [ $# -gt 0 ]; then printf "$1"; else cat; fi |
		dd of="$R/run/initctl" bs=64k iflag=fullblock oflag=append conv=notrunc,nocreat \
			status=none
}
