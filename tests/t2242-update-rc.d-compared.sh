#!/bin/sh
# update-rc.d says what Debian's says, with its status and links, whatever it is called with.
# limit: 120 s
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
debian=${RUNG_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/rung}/tools
[ -x "$debian/usr/sbin/update-rc.d" ] || skip "no update-rc.d of Debian's; see tests/setup"
command -v perl >/dev/null || skip "no perl, which Debian's needs"
cp "$debian/sbin/insserv" "$debian/usr/sbin/update-rc.d" "$F/sbin"
cp "${INIT%/*}/update-rc.d" "$F/sbin/ours"
: >"$F/dev/null"

# Left out: -n and --help, which it does not know; what perl says of undefined values; defaults-disabled of a script
# that follows another, whose number Debian's corrects only the next time.
cat >"$T/calls" <<'END'
a
-h
-x a defaults
a frob
-f
-f a
-f a frob
none defaults
none defaults-disabled
none enable
none disable
none remove
-f none remove
none start 20 2 .
../a defaults
a enable
a disable
a enable 9
a disable 2 x
nolevels enable
nolevels disable
nolevels defaults
nolevels remove
stops defaults
stops enable
stops disable
stops start 20 2 . stop 20 0 6 .
plain enable
plain enable 2
plain defaults
plain disable
plain start 20 2 . stop 20 0 .
b defaults
b enable
b enable 2
b disable 2 3
b disable 7 2
b disable 0
b disable S
b enable 2 3 4 5
a defaults
a defaults-disabled
a disable
a enable
a defaults 20
a defaults 20 80
a defaults 99 01 xx
a start 20 2 3 4 5 . stop 20 0 1 6 .
a start 20 4 3 5 2 . stop 20 6 0 1 .
a start 20 5 4 3 2 2 . stop 20 0 1 6 .
a stop 20 0 1 6 . start 20 2 3 4 5 .
a start 20 2 3 . start 30 4 5 . stop 20 0 1 6 .
a start 20 2 3 . stop 20 0 1 6 .
a start 20 4 2 .
a start 20
a start x 2 .
a start 20 2 3
a stop 20 0 1 6 .
a stop 20 9 .
a start 20 S .
a multiuser
boot defaults
boot disable
boot enable S
boot enable
boot disable 2
a remove
-f a remove
b remove extra
a defaults-disabled
dup defaults
noheader defaults
END

all_calls() {
	rm -rf "$F"/etc/rc?.d "$F/etc/init.d"
	mkdir "$F/etc/init.d"
	script a
	script b Required-Start=a
	script boot Default-Start=S Default-Stop=
	script nolevels Default-Start= Default-Stop=
	script stops Default-Start= 'Default-Stop=0 6'
	script dup Provides=a
	printf '#!/bin/sh\n' >"$F/etc/init.d/plain"
	chmod 755 "$F/etc/init.d/plain"
	while read -r words; do
		# shellcheck disable=SC2086
		tool "$1" $words
		echo "== $words: $status"
		cat "$T/out"
		# it tells systemd, too
		grep -v -e '^insserv: ' -e '^Failed to .* unit' "$T/said" || :
		farm
	done <"$T/calls"
}
all_calls /sbin/update-rc.d >"$T/debian"
all_calls /sbin/ours >"$T/rung"
diff "$T/debian" "$T/rung"
