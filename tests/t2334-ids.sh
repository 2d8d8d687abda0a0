#!/bin/sh
# --chuid and --group: the program gets the user, the group, and the user's groups.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
inside sh -c 'cat >>/etc/passwd && cat >>/etc/group <<END
web:x:2001:
disks:x:2002:other,www
tapes:x:2003:www
END' <<END
www:x:2000:2001::/:/bin/sh
END
# becomes USER GROUP GROUPS -- OPTION...
becomes() {
	_ids="$1 $2 $3"
	shift 4
	# shellcheck disable=SC2016
	gives 0 --start --startas /bin/sh --name none "$@" -- -c 'echo $(id -u) $(id -g) $(id -G)'
	out_is "$_ids"
}
becomes 0 0 0 -- --name none
becomes 2000 2001 "2001 2002 2003" -- --chuid www
becomes 2000 2001 "2001 2002 2003" -- --chuid 2000
becomes 2000 2002 "2002 2003" -- -c www:disks
becomes 2000 1 "1 2002 2003" -- --chuid www --group daemon
becomes 2000 1 "1 2002 2003" -- --chuid www:web -g daemon
becomes 2000 2001 "2001 2002 2003" -- -g daemon --chuid www:web
becomes 2000 1 "1 2002 2003" -- -g daemon --chuid www
becomes 2000 4444 "4444 2002 2003" -- --chuid www:4444
becomes 0 1 1 -- --group daemon
becomes 0 4444 4444 -- --group 4444
for user in nosuch nosuch:daemon www:nosuch www: :daemon '' www.web 2000x; do
	gives 2 --start --startas /bin/echo --name none --chuid "$user" -- started
	out_is
done
gives 2 --start --startas /bin/echo --name none --group nosuch
err_has "group 'nosuch' not found"
gives 2 --start --startas /bin/echo --name none --chuid 4444 -- started
err_has "user '4444' not found"
gives 2 --stop --user nosuch
err_has "user 'nosuch' not found"
# who is that user already needs no privileges
inside setpriv --reuid nobody --regid nogroup --clear-groups /sbin/ssd --start --startas /bin/echo --name none \
	--chuid nobody -- same >"$T/out" || die "status $?"
out_is same
status=0
inside setpriv --reuid nobody --regid nogroup --clear-groups /sbin/ssd --start --startas /bin/echo --name none \
	--chuid root -- other >"$T/out" 2>"$T/err" || status=$?
equal status "$status" 2
out_is
