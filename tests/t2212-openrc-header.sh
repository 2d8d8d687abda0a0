#!/bin/sh
# A script for openrc-run that has a header, or an override, is enabled as that says.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
script own Default-Start=3 Default-Stop=
sed -i '1s|.*|#!/sbin/openrc-run|' "$F/etc/init.d/own"
mkdir -p "$F/etc/insserv/overrides"
script over Default-Start=4 Default-Stop=
mv "$F/etc/init.d/over" "$F/etc/insserv/overrides"
printf '#!/usr/bin/openrc-run\n' >"$F/etc/init.d/over"
chmod 755 "$F"/etc/init.d/*
works insserv own over
equal links "$(farm | tr '\n' ' ')" 'rc3.d S01own rc4.d S01over '
