#!/bin/sh
# initctl save leaves a file whole or as it was; a read-only file system is no error, what else fails is told.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
kept=/var/lib/rung
save() {
	status=0
	inside initctl save >"$T/out" 2>"$T/errors" || status=$?
}
# says STATUS [TEXT]
says() {
	equal "status, and what it says" "$status $(cat "$T/out" "$T/errors")" "$1 ${2-}"
}
inside mkdir -p /var/lib
inside mount -t tmpfs -o ro lib /var/lib
save
says 0
inside mount -o remount,rw,size=8k /var/lib
save
says 0
inside cat $kept/boot >"$T/before"
inside sh -c "head -c 8000 /dev/zero >/var/lib/full 2>/dev/null; :"
inside sh -c "head -c 8000 /dev/zero >/var/lib/full2 2>/dev/null; :"
save
says 1 "initctl: $kept/boot.new: No space left on device"
inside cat $kept/boot | cmp - "$T/before"
inside rm -f /var/lib/full /var/lib/full2
# somebody's link is not followed, and what is no directory is left alone
inside sh -c "rm -f $kept/boot.new && : >/run/victim && ln -s /run/victim $kept/boot.new"
save
says 0
equal "the file behind the link" "$(inside cat /run/victim)" ''
inside sh -c "rm -r $kept && : >$kept"
save
says 1 "initctl: $kept/boot.new: Not a directory"
