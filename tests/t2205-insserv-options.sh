#!/bin/sh
# insserv takes every option by its letter and by its names: paths, -n, -s, -v, -h.
# shellcheck disable=SC2016 source=tests/farm.sh
. "${0%/*}/farm.sh"
script a
script b Required-Start=a Required-Stop=a
script off Default-Start=2 Default-Stop=
chmod 644 "$F/etc/init.d/off"
for level in 0 1 2 3 4 5 6 S; do mkdir "$F/etc/rc$level.d"; done
unchanged() {
	equal links "$(farm)" ''
	[ ! -e "$F/etc/init.d/.depend.start" ] || die "dependency files have been written"
}
for option in -n --dry-run --dryrun; do
	works insserv $option a
	unchanged
	says 'insserv: enable service ../init.d/a -> /etc/init.d/../rc2.d/S01a'
	says 'insserv: dryrun, not creating depend.boot, depend.start, and depend.stop in /etc/init.d/.'
done
for option in -s --show-all --showall; do
	works insserv $option b a
	unchanged
	LC_ALL=C sort "$T/out" >"$T/sorted"
	equal "$option" "$(cat "$T/sorted")" 'K:01:0 1 6:b
K:02:0 1 6:a
S:01:2 3 4 5:a
S:02:2 3 4 5:b'
	equal 'first line' "$(sed -n 1p "$T/out")" 'K:01:0 1 6:b'
done
# of all scripts that can be executed, enabled or not
chmod 755 "$F/etc/init.d/off"
works insserv -s
equal 'not enabled' "$(grep -c -e '^[KS]:0[12]:[0-9 ]*:[ab]$' -e '^S:01:2:off$' "$T/out")" 5
rm "$F/etc/init.d/off"
for option in -h --help; do
	works insserv $option
	grep -q -e '-r, --remove' "$T/out" || die "no usage"
	unchanged
done
tool insserv -r
equal 'status of -r without names' "$status" 1
for call in -Z --frob -c; do
	tool insserv $call
	equal "status of $call" "$status" 1
	says 'insserv: For help use: insserv -h'
done

works insserv -v -q a
works insserv --verbose b
says 'insserv: enable service ../init.d/b -> /etc/init.d/../rc2.d/S02b'
says 'insserv: creating /etc/init.d/.depend.boot'
works insserv -v -r b
says 'insserv: remove service /etc/init.d/../rc2.d/S02b'
works insserv -u /lib/init/upstart-job -r a
equal links "$(farm)" ''

# a directory is made when it is missing
rm -r "$F/etc/rc4.d"
works insserv -v
says "insserv: creating directory '../rc4.d/'"

# other places
mkdir -p "$F/there/init.d" "$F/there/over" "$F/there/depend"
mv "$F/etc/init.d/a" "$F/there/init.d"
sed 's/2 3 4 5/S/' "$F/there/init.d/a" >"$F/there/over/a"
echo '$here a' >"$F/there/conf"
script d Required-Start='$here'
mv "$F/etc/init.d/d" "$F/there/init.d"
works insserv -p /there/init.d -c /there/conf -o /there/over -i /there/depend a d
equal links "$(cd "$F/there" && echo rc[2S].d/*)" 'rc2.d/S01d rcS.d/S01a'
! grep -q 'could not find' "$T/said" || die "conf has not been read"
equal files "$(cd "$F/there/depend" && echo .depend.*)" '.depend.boot .depend.start .depend.stop'
rm -r "$F"/there/rc?.d
works insserv --path /there/init.d --config /there/conf --override /there/over --insserv-dir /there/depend a
equal links "$(cd "$F/there" && echo rcS.d/*)" 'rcS.d/S01a'
