#!/bin/sh
# A level is run without /usr, /proc and /dev, on a root that cannot be written to, with no terminal and no descriptors.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
busybox=${RUNG_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/rung}/busybox/bin/busybox
[ -x "$busybox" ] || skip "no static BusyBox (tests/setup gets it)"
boot_services
B=$R/bare
mkdir -p "$B/bin" "$B/sbin" "$B/usr" "$B/run" "$B/etc/default" "$B/etc/init.d" "$B/etc/rc2.d"
cp "$busybox" "$B/bin/sh"
cp "$here/../rcrun" "$B/sbin"
# where its libraries are in a system without /usr
ldd "$here/../rcrun" 2>/dev/null | grep -o '/[^ ]*' | while read -r lib; do
	mkdir -p "$B${lib%/*}"
	cp -L "$lib" "$B$lib"
done
inside cp /etc/init.d/rc /bare/etc/init.d/rc
echo CONCURRENCY=makefile >"$B/etc/default/rcS"
bare_script() {
	{
		printf '#!/bin/sh\n### BEGIN INIT INFO\n# Provides: %s\n# Required-Start: %s\n### END INIT INFO\n' "$1" "$2"
		cat
	} >"$B/etc/init.d/$1"
	chmod 755 "$B/etc/init.d/$1"
	ln -s "../init.d/$1" "$B/etc/rc2.d/S01$1"
}
for name in a b c; do
	needs=
	[ "$name" = a ] || needs=a
	bare_script "$name" "$needs" <<-END
		echo "this is $name"
		echo "\$1 $name" >>/run/notes
		exit 0
	END
done
bare_script d 'b c' <<'END'
echo "/usr has: $(echo /usr/*)"
exit 3
END
inside sh -c 'mount --bind /bare /bare && mount -o remount,bind,ro /bare'
# bare COMMAND...: its output in $T/out
bare() {
	inside setsid -w chroot /bare "$@" </dev/null >"$T/out" 2>&1
}
# nothing at all can be written to: what scripts say is shown
bare /etc/init.d/rc 2
for word in "this is a" "this is b" "this is c" "/usr has: /usr/*" "[  ok  ]" "d: status 3" "4 scripts" \
	"neither /run nor /dev can be written to"; do
	out_has "$word"
done
[ ! -e "$B/run/notes" ] || die "it could be written to"
# a place for logs, and nothing else
inside mount -t tmpfs tmpfs /bare/run
in_run() {
	inside sort /bare/run/notes >"$T/notes"
	equal notes "$(paste -sd , "$T/notes")" "start a,start b,start c"
	equal "the first" "$(inside head -n 1 /bare/run/notes)" "start a"
	equal "a log" "$(inside cat /bare/run/rc/log/d)" "/usr has: /usr/*"
	equal "what ended" "$(inside grep -c ' end ' /bare/run/rc/journal)" 4
	inside tail -n 1 /bare/run/rc/journal | grep -q ' done 2$' || die "it did not come to its end"
	inside rm -r /bare/run/rc /bare/run/notes
}
bare /etc/init.d/rc 2
out_has "d: status 3"
in_run
# not even standard input, output and error
bare sh -c 'exec rcrun 2 <&- >&- 2>&-'
equal "what was said" "$(cat "$T/out")" ''
in_run
