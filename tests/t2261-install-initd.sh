#!/bin/sh
# install_initd adds a service whose needs are installed, remove_initd takes away one that no other needs.
# shellcheck disable=SC2016 source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
for name in install_initd remove_initd; do
	cp "$(tool_path chkconfig)" "$F/sbin/$name"
done
script db Provides='db sql'
script app Required-Start='$network +none sql'
refused() {
	_text=$1
	shift
	tool "$@"
	equal "status of $*" "$status" 1
	says "$_text"
}
refused 'install_initd: app requires sql, which is not installed' install_initd app
equal links "$(farm)" ''
works install_initd /etc/init.d/db
works install_initd app
equal links "$(farm 3 | tr '\n' ' ')" 'rc3.d S50db rc3.d S51app '
refused 'remove_initd: app requires db' remove_initd db
equal links "$(farm 3 | wc -l)" 2

# who is off needs nothing
works chkconfig app off
works remove_initd /etc/init.d/db
equal links "$(farm 3 | tr '\n' ' ')" 'rc3.d K50app '
rm "$F/etc/init.d/app"
works remove_initd app
equal links "$(farm)" ''

refused usage install_initd
refused usage remove_initd db app
refused usage install_initd --del db
refused 'error reading information on service none: No such file or directory' install_initd none
works install_initd --help
works remove_initd --version
