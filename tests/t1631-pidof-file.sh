#!/bin/sh
# pidof of a path finds what runs that very file, and only if there is none what ran one of that name.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
END
eventually in_level 3
mkdir "$R/tmp/x"
cp /bin/sleep "$R/tmp/x/daemon"
inside sh -c 'cd /tmp/x; setsid -f ./daemon 3001'
one() {
	[ "$(inside pidof /tmp/x/daemon | wc -w)" -eq 1 ]
}
eventually one
old=$(inside pidof /tmp/x/daemon)
# deleted: it is still found, by the link that says so
rm "$R/tmp/x/daemon"
equal "of a deleted file" "$(inside pidof /tmp/x/daemon)" "$old"
# an upgrade: the new file's process alone
cp /bin/sleep "$R/tmp/x/daemon"
inside sh -c 'cd /tmp/x; setsid -f ./daemon 3002'
two() {
	new=$(inside pidof /tmp/x/daemon) && [ "$new" != "$old" ]
}
eventually two
case $new in
*[!0-9]*) die "old and new: $new" ;;
esac
equal "by name" "$(inside pidof daemon)" "$new $old"
