#!/bin/sh
# A service that chkconfig adds has one link in each level, and on, off, reset, --level and --list act on them.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
printf '#!/bin/sh\n# chkconfig: 235 80 20\n# description: none\n' >"$F/etc/init.d/web"
printf '#!/bin/sh\n# chkconfig: - 7 93\n' >"$F/etc/init.d/off"
printf '#!/bin/sh\n' >"$F/etc/init.d/plain"
chmod 755 "$F"/etc/init.d/*
script db
script app Required-Start=db Required-Stop=db Default-Start=3
row() {
	_name=$(printf '%-15s' "$1")
	shift
	_level=0
	for _state in "$@"; do
		_name="$_name	$_level:$_state"
		_level=$((_level + 1))
	done
	echo "$_name"
}
listed() {
	works chkconfig --list "$1"
	equal "$1" "$(cat "$T/out")" "$(row "$@")"
}
works chkconfig --add web
listed web off off on on off on off
equal links "$(farm | tr '\n' ' ')" 'rc0.d K20web rc1.d K20web rc2.d S80web rc3.d S80web rc4.d K20web rc5.d S80web rc6.d K20web '
works chkconfig web off
listed web off off off off off off off
works chkconfig web on
listed web off off on on on on off
works chkconfig --level 35 web off
listed web off off on off on off off
works chkconfig --levels 2 web
tool chkconfig --level 35 web
equal status "$status" 1
works chkconfig web reset
listed web off off on on off on off
works chkconfig --level 4 web on
works chkconfig --level 23 web reset
listed web off off on on on on off

# what it does not name is not there
works chkconfig --add off
listed off off off off off off off off
equal links "$(farm 3 | tr '\n' ' ')" 'rc3.d K93off rc3.d S80web '

# only what is missing is added; what somebody has chosen stays
rm "$F/etc/rc3.d/S80web" "$F/etc/rc0.d/K20web"
mv "$F/etc/rc5.d/S80web" "$F/etc/rc5.d/K20web"
works chkconfig --add web
listed web off off on on on off off
works chkconfig web reset
works chkconfig --level 4 web on

# numbers that follow from LSB headers
works chkconfig --add db
equal db "$(farm 3 | grep db)" 'rc3.d S50db'
works chkconfig --add app
listed app off off off on off off off
equal app "$(farm 3 | grep app)" 'rc3.d S51app'
equal app "$(farm 2 | grep app)" 'rc2.d K49app'
mv "$F/etc/rc3.d/S51app" "$F/etc/rc3.d/S07app"
works chkconfig app resetpriorities
equal app "$(farm 3 | grep app)" 'rc3.d S51app'
# also of those that were there before, and up to the ends of the range
script behind Should-Start=app Should-Stop=app
printf '# chkconfig: 3 99 0\n' >>"$F/etc/init.d/app"
works chkconfig --add behind
equal behind "$(farm 3 | grep -e app -e behind | tr '\n' ' ')" 'rc3.d S99app rc3.d S99behind '
equal behind "$(farm 2 | grep -e app -e behind | tr '\n' ' ')" 'rc2.d K00app rc2.d S99behind '
equal behind "$(farm 6 | grep -e app -e behind | tr '\n' ' ')" 'rc6.d K00app rc6.d K00behind '
works chkconfig --del behind
sed -i '/chkconfig:/d' "$F/etc/init.d/app"
works chkconfig app resetpriorities
equal app "$(farm 3 | grep app)" 'rc3.d S51app'

# all, in order of name; what has no links is left out
works chkconfig --del off
equal off "$(farm | grep off || :)" ''
works chkconfig
{
	row app off off off on off off off
	row db off off on on on on off
	row web off off on on on on off
} | diff - "$T/out"
works chkconfig --list
equal lines "$(wc -l <"$T/out")" 3

# what is refused
refused() {
	_text=$1
	shift
	case $_text in
	*privileges*) set -- setpriv --reuid 65534 --regid 65534 --clear-groups /sbin/chkconfig "$@" ;;
	*) set -- chkconfig "$@" ;;
	esac
	tool "$@"
	equal "status of $*" "$status" 1
	says "$_text"
}
refused "service off supports chkconfig, but is not referenced in any runlevel (run 'chkconfig --add off')" --list off
refused 'service plain does not support chkconfig' --list plain
refused 'service plain does not support chkconfig' --add plain
refused 'error reading information on service none: No such file or directory' --list none
refused 'error reading information on service none: No such file or directory' none on
refused usage --add
refused usage --add --del web
refused usage web sometimes
refused usage --level 37 web on
refused usage --level 3x web on
refused usage --frob
refused usage --type frob --list
works chkconfig --type sysv --list web

if [ "$(id -u)" -eq 0 ]; then
	links=$(farm)
	for call in '--add web' '--del web' '--override web' 'web off' 'web reset' 'web resetpriorities'; do
		# shellcheck disable=SC2086
		refused 'You do not have enough privileges to perform this operation.' $call
	done
	equal links "$(farm)" "$links"
fi

# on or off: the status alone
tool chkconfig --level 2 app
equal status "$status" 1
equal output "$(cat "$T/out" "$T/said")" ''
mkdir -p "$F/run"
echo 3 >"$F/run/runlevel"
works chkconfig app
echo 2 >"$F/run/runlevel"
tool chkconfig app
equal status "$status" 1

# a service whose script is gone
rm "$F/etc/init.d/web"
works chkconfig --del web
equal web "$(farm | grep web || :)" ''

# headers of the administrator's
mkdir "$F/etc/chkconfig.d"
printf '# chkconfig: 4 33 44\n' >"$F/etc/chkconfig.d/db"
works chkconfig --override db
listed db off off off off on off off
equal db "$(farm 4 | grep db)" 'rc4.d S33db'
works chkconfig --level 3 app off
printf '# chkconfig: 4 33 44\n' >"$F/etc/chkconfig.d/app"
works chkconfig --override app
listed app off off off off off off off

works chkconfig --help
grep -q usage "$T/out"
works chkconfig --version
grep -q '^chkconfig (rung) ' "$T/out"
