# shellcheck shell=sh
# ssd.sh - what tests of start-stop-daemon begin with: tools.sh, and a throwaway system without an init.
#
# Its PID 1 only reaps, and no process of the machine can be seen in it.  /opt/foo and /opt/bar are programs that
# sleep.  Pids here are those that the system inside knows.
#
#	SSD=PATH	the program under test, instead of TOOLS' or the tree's
#
# gives STATUS ARGUMENT...	run it inside: that must be its exit status; its output is in $T/out and $T/err
# out_is LINE..., err_has TEXT	what it said
# spawn PROGRAM [ARGUMENT]...	prints the pid of one that runs in the background inside
# spawn_mule			a /opt/foo that ignores SIGTERM
# runs PID, gone PID		as it is now; a zombie is gone
# spawned NAME			prints the pids of all processes of that name, a line each
# tells ...			a program that tells when it is ready
# lasts MS MS			the last call of gives took that long: between
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"

: "${SSD:=$(tool_path start-stop-daemon)}"
[ -x "$SSD" ] || die "no $SSD"

mkdir -p "$T/idle" "$T/skel/opt" "$T/skel/sbin"
cat >"$T/idle/init" <<'END'
#!/bin/sh
trap : CHLD
while :; do sleep 1000 & wait; done
END
chmod 755 "$T/idle/init"
# A copy each: they are told apart by their files.  Not as /sbin/start-stop-daemon, which is a link to the machine's.
cp "$SSD" "$T/skel/sbin/ssd"
for _name in foo bar; do
	cp "$(command -v sleep)" "$T/skel/opt/$_name"
done
cat >"$T/skel/opt/mule" <<'END'
#!/bin/sh
trap '' TERM
exec /opt/foo 1000
END
chmod 755 "$T/skel/opt/mule"
INIT=$T/idle/init
boot --no-inittab

gives() {
	_wanted=$1 _status=0
	shift
	uptime_ms
	_start=$now
	inside timeout -s KILL 30 /sbin/ssd "$@" >"$T/out" 2>"$T/err" </dev/null || _status=$?
	uptime_ms
	_took=$((now - _start))
	[ "$_status" -eq "$_wanted" ] || {
		show output <"$T/out"
		show errors <"$T/err"
		die "$*: status $_status, wanted $_wanted"
	}
}

out_is() {
	printf '%s\n' "$@" >"$T/wanted"
	[ $# -gt 0 ] || : >"$T/wanted"
	diff "$T/wanted" "$T/out" || die "not what it should say"
}

err_has() {
	grep -qF -e "$1" "$T/err" || {
		show errors <"$T/err"
		die "no '$1' among them"
	}
}

no_errors() {
	[ ! -s "$T/err" ] || {
		show errors <"$T/err"
		die "it complains"
	}
}

lasts() {
	if [ "$_took" -lt "$1" ] || [ "$_took" -gt "$2" ]; then
		die "it took $_took ms, not $1 to $2"
	fi
}

spawn() {
	# it runs the program when it has another command line than the shell
	# shellcheck disable=SC2016
	inside sh -c '"$@" >/dev/null 2>&1 </dev/null & echo $!
		while cmp -s /proc/$!/cmdline /proc/$$/cmdline; do sleep 0.01; done' - "$@"
}

spawn_mule() {
	_pid=$(spawn /opt/mule)
	eventually has_name "$_pid" foo
	echo "$_pid"
}

has_name() {
	read -r _comm <"$R/proc/$1/comm" && [ "$_comm" = "$2" ]
} 2>/dev/null

runs() {
	_stat=
	{ read -r _stat <"$R/proc/$1/stat" || return 1; } 2>/dev/null
	case ${_stat##*) } in
	[ZX]*) return 1 ;;
	esac
}

gone() {
	! runs "$1"
}

spawned() {
	for _dir in "$R"/proc/[0-9]*; do
		if has_name "${_dir##*/}" "$1" && runs "${_dir##*/}"; then
			echo "${_dir##*/}"
		fi
	done
}

# tells STATUS SECONDS MESSAGE|pause...: start, with so long to become ready, a program that sends these
tells() {
	put /opt/teller 755 <<-'END'
		#!/bin/sh
		case $NOTIFY_SOCKET in
		@*) to=ABSTRACT-SENDTO:${NOTIFY_SOCKET#@} ;;
		*) to=UNIX-SENDTO:$NOTIFY_SOCKET ;;
		esac
		for message; do
			case $message in
			pause) sleep 1.5 ;;
			*) printf "$message" | socat -u - "$to" ;;
			esac
		done
		exec /opt/foo 1001
	END
	_expected=$1 _seconds=$2
	shift 2
	gives "$_expected" --start --background --startas /opt/teller --name none --notify-await \
		--notify-timeout "$_seconds" -- "$@"
}
