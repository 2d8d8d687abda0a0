#!/bin/sh
# update-rc.d installs, turns over and removes the links of a script, and leaves alone what the administrator chose.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
[ -z "${TOOLS-}" ] || cp "$(tool_path insserv)" "$F/sbin"
script a
script b Required-Start=a
script boot Default-Start=S Default-Stop=
is() {
	equal "$1" "$(farm | sed -n "s/^rc\(.\)\.d \(...\)$1\$/\1\2/p" | tr '\n' ' ')" "$2 "
}
# called with less than it needs, or with what it does not know
for call in '' a 'a frob' '-x a defaults' -h; do
	# shellcheck disable=SC2086
	tool update-rc.d $call
	equal "status of '$call'" "$status" 1
	says 'usage: update-rc.d [-f] <basename> remove'
done
tool update-rc.d a
says 'update-rc.d: error: not enough arguments'
tool update-rc.d -x a defaults
says 'update-rc.d: error: unknown option'

tool update-rc.d none defaults
equal status "$status" 1
says 'update-rc.d: error: initscript does not exist: /etc/init.d/none'
works update-rc.d none remove
tool update-rc.d a disable
equal status "$status" 1
says 'update-rc.d: error: no runlevel symlinks to modify, aborting!'

# what it requires need not be enabled
works update-rc.d b defaults
is b '0K01 1K01 2S02 3S02 4S02 5S02 6K01'
works update-rc.d a defaults
is a '0K01 1K01 2S01 3S01 4S01 5S01 6K01'
works update-rc.d boot defaults
is boot 'SS01'

# turned over, in some levels and in all
works update-rc.d b disable 3
is b '0K01 1K01 2S02 3K01 4S02 5S02 6K01'
works update-rc.d b defaults
is b '0K01 1K01 2S02 3K01 4S02 5S02 6K01'
works update-rc.d b disable
is b '0K01 1K01 2K01 3K01 4K01 5K01 6K01'
works update-rc.d b enable 2 5
is b '0K01 1K01 2S02 3K01 4K01 5S02 6K01'
works update-rc.d b enable
is b '0K01 1K01 2S02 3S02 4S02 5S02 6K01'
works update-rc.d boot disable
is boot 'SK01'
works update-rc.d boot enable S
is boot 'SS01'
for level in 0 1 6 7 x; do
	tool update-rc.d b disable $level
	equal "status of $level" "$status" 1
	says "update-rc.d: warning: disable action will have no effect on runlevel $level"
	says 'update-rc.d: error: no runlevel symlinks to modify, aborting!'
done

# words of old packages
works update-rc.d a start 20 2 3 . stop 30 0 .
says 'update-rc.d: warning: start and stop actions are no longer supported; falling back to defaults'
says 'update-rc.d: warning: start runlevel arguments (2 3) do not match a Default-Start values (2 3 4 5)'
says 'update-rc.d: warning: stop runlevel arguments (0) do not match a Default-Stop values (0 1 6)'
works update-rc.d b start 20 4 2 . stop 20 6 1 0 .
says 'update-rc.d: warning: start runlevel arguments (4 2) do not match b Default-Start values (2 3 4 5)'
! grep -q 'stop runlevel' "$T/said" || die "the order of levels matters"
tool update-rc.d none start 20 2 .
equal status "$status" 1
says 'update-rc.d: error: unable to read /etc/init.d/none'
tool update-rc.d "" defaults
equal status "$status" 1
says 'update-rc.d: error: initscript does not exist: /etc/init.d/'
works update-rc.d a defaults 20 80
works update-rc.d -f a remove
equal 'links of a' "$(farm | grep 'a$' || :)" ''
works update-rc.d a defaults-disabled
is a '0K01 1K01 2K01 3K01 4K01 5K01 6K01'
links=$(farm)
works update-rc.d b defaults-disabled
equal links "$(farm)" "$links"

# headers that say too little, or nothing
script none Default-Start= Default-Stop=
tool update-rc.d none enable
equal status "$status" 1
says 'update-rc.d: error: none Default-Start contains no runlevels, aborting.'
tool update-rc.d nothing enable
equal status "$status" 1
says 'update-rc.d: error: cannot find a LSB script for nothing'

# the script is gone
rm "$F/etc/init.d/a"
works update-rc.d a remove
equal 'links of a' "$(farm | grep 'a$' || :)" ''

printf '### BEGIN INIT INFO\n' >"$F/etc/init.d/broken"
chmod 755 "$F/etc/init.d/broken"
works update-rc.d broken defaults
