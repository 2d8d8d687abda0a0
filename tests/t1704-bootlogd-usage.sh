#!/bin/sh
# bootlogd -v and --version print the version, --help the usage; wrong usage ends with 1.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
bootlogd=$(tool_path bootlogd)
usage='Usage: bootlogd [-cdersv] [-l LOG] [-p PIDFILE]'
for word in -v --version; do
	equal "$word" "$("$bootlogd" $word)" "bootlogd (rung) $(cat "$here/../VERSION")"
done
equal help "$("$bootlogd" --help | head -n 1)" "$usage"
# without the right to redirect a console, whatever comes of it
powerless() {
	setpriv --bounding-set=-sys_admin --inh-caps=-sys_admin "$bootlogd" "$@"
}
for words in -k -l -p operand '-d operand'; do
	status=0
	# shellcheck disable=SC2086
	powerless $words 2>"$T/errors" || status=$?
	equal "status of $words" "$status" 1
	grep -qxF "$usage" "$T/errors"
done
