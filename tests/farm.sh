# shellcheck shell=sh
# farm.sh - what tests of the tools for links begin with: tools.sh, and a root of its own for them to work in.
#
#	F		that root; $F/etc/init.d holds its scripts
#	script NAME [KEYWORD=VALUE]...	write a script; what is not given is as in most: 2 3 4 5, 0 1 6
#	headers FILE	write the scripts of a table such as farm/reference
#	tool NAME ARGUMENT...	run it there: $T/out, $T/said, $status
#	works NAME ARGUMENT...	the same; it must succeed
#	farm [LEVEL]	print the names of the links, of one level or of all
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"

F=$T/root
mkdir -p "$F/etc/init.d" "$F/usr" "$F/sbin" "$F/dev" "$F/proc"
ln -s usr/bin usr/lib usr/lib64 usr/lib32 "$F"
cat >"$F/etc/insserv.conf" <<'END'
$local_fs	+mountall +mountall-bootclean +mountoverflowtmp +umountfs
$network	+networking +ifupdown
$named		+named +dnsmasq +lwresd +bind9 +unbound +pdns-recursor $network
$remote_fs	$local_fs +mountnfs +mountnfs-bootclean +umountnfs +sendsigs
$syslog		+rsyslog +sysklogd +syslog-ng +dsyslog +inetutils-syslogd
$time		+hwclock
<interactive>	glibc udev console-screen keymap keyboard-setup console-setup cryptdisks cryptdisks-early checkfs-loop
END

# header WORD VALUE: a line, unless the value is "-"
header() {
	[ "$2" = - ] || echo "# $1: $2"
}

# script NAME [KEYWORD=VALUE]...
script() {
	_name=$1 Provides=${1%.sh} Required_Start='' Required_Stop='' Should_Start=- Should_Stop=-
	X_Start_Before=- X_Stop_After=- Default_Start='2 3 4 5' Default_Stop='0 1 6' X_Interactive=-
	shift
	for _field in "$@"; do
		_key=$(echo "${_field%%=*}" | tr - _)
		eval "$_key=\${_field#*=}"
	done
	{
		echo '#!/bin/sh'
		echo '### BEGIN INIT INFO'
		header Provides "$Provides"
		header Required-Start "$Required_Start"
		header Required-Stop "$Required_Stop"
		header Should-Start "$Should_Start"
		header Should-Stop "$Should_Stop"
		header X-Start-Before "$X_Start_Before"
		header X-Stop-After "$X_Stop_After"
		header Default-Start "$Default_Start"
		header Default-Stop "$Default_Stop"
		header X-Interactive "$X_Interactive"
		echo '### END INIT INFO'
	} >"$F/etc/init.d/$_name"
	chmod 755 "$F/etc/init.d/$_name"
}

headers() {
	while IFS='|' read -r _1 _2 _3 _4 _5 _6 _7 _8 _9 _10 _11; do
		case $_1 in
		'#'*) continue ;;
		esac
		script "$_1" "Provides=$_2" "Required-Start=$_3" "Required-Stop=$_4" "Should-Start=$_5" \
			"Should-Stop=$_6" "X-Start-Before=$_7" "X-Stop-After=$_8" "Default-Start=$_9" \
			"Default-Stop=${_10}" "X-Interactive=${_11}"
	done <"$1"
}

# in_root COMMAND...: nothing outside of $F can be changed from there
in_root() {
	[ "$(id -u)" -eq 0 ] || set -- --user --map-root-user -- "$@"
	# shellcheck disable=SC2016
	unshare --mount --propagation private sh -c '
		root=$1
		shift
		mount --rbind /usr "$root/usr" && mount -o remount,bind,ro "$root/usr" &&
			exec chroot "$root" "$@"' - "$F" env -i PATH=/sbin:/usr/sbin:/bin:/usr/bin "$@"
}

tool() {
	_tool=$(tool_path "$1")
	[ ! -f "$_tool" ] || cp "$_tool" "$F/sbin/"
	status=0
	in_root "$@" >"$T/out" 2>"$T/said" </dev/null || status=$?
}

works() {
	tool "$@"
	[ "$status" -eq 0 ] || {
		sed 's/^/# /' "$T/said"
		die "$*: status $status"
	}
}

# says TEXT: the last tool did, on standard error
says() {
	grep -qF -e "$1" "$T/said" || {
		sed 's/^/# /' "$T/said"
		die "not said: $1"
	}
}

farm() {
	(
		cd "$F/etc"
		for _dir in rc${1:-?}.d; do
			cd "$_dir" 2>/dev/null || continue
			for _link in [SK][0-9][0-9]*; do
				[ ! -L "$_link" ] || echo "$_dir $_link"
			done
			cd ..
		done
	) | LC_ALL=C sort
}

# link LEVEL NAME [TARGET]
link() {
	mkdir -p "$F/etc/rc$1.d"
	ln -s "${3:-../init.d/${2#???}}" "$F/etc/rc$1.d/$2"
}

# init_scripts: prints their names
init_scripts() {
	(cd "$F/etc/init.d" && ls)
}
