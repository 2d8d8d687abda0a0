#!/bin/sh
# Who comes before what nobody provides comes before those that come after it.
# shellcheck disable=SC2016 source=tests/farm.sh
. "${0%/*}/farm.sh"
is() {
	equal "links in $1" "$(farm "$1" | sed "s/^rc$1\.d //" | tr '\n' ' ')" "$2 "
}
enabled() {
	rm -rf "$F"/etc/rc?.d
	# shellcheck disable=SC2046
	works insserv $(init_scripts)
}
script first X-Start-Before=absent Required-Stop=gone
script last Should-Start=absent X-Stop-After=gone
enabled
is 2 'S01first S02last'
is 0 'K01first K02last'

# a member of a $facility
script last 'Required-Start=$syslog'
script first X-Start-Before=rsyslog
enabled
is 2 'S01first S02last'
script first 'X-Start-Before=$syslog'
enabled
is 2 'S01first S02last'

# not from one level to another
script first X-Start-Before=absent Default-Start=1 Default-Stop=0
script last Should-Start=absent
enabled
is 2 'S01last'

# as if it had a number, once an interactive script has moved who comes before it
script first X-Start-Before=absent
script alone X-Interactive=true
enabled
is 2 'S01alone S02first S04last'
equal start "$(sed -n '/:/p' "$F/etc/init.d/.depend.start")" ''
