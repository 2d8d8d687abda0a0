#!/bin/sh
# The title of the process tells what init is doing.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
si::sysinit:/sbin/gate si
END
title_is() {
	_title=
	read -r _title <"/proc/$INIT_PID/cmdline" || :
	[ "${_title%"${_title##*[! ]}"}" = "$1" ]
}
eventually noted "gate si"
eventually title_is "init boot"
open_gate si
eventually title_is "init [3]"
telinit 2
eventually title_is "init [2]"
