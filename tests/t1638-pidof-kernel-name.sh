#!/bin/sh
# Where argv[0] is empty, has blanks or is a login shell's, pidof goes by the kernel's name of the process.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
END
eventually in_level 3
mkdir "$R/tmp/x"
cp /bin/sleep "$R/tmp/x/empty"
cp /bin/sleep "$R/tmp/x/blank"
start() {
	# shellcheck disable=SC2016
	inside setsid -f bash -c 'exec -a "$0" "$@"' "$@"
}
found() {
	[ "$(inside pidof "$@" | wc -w)" -eq 1 ]
}
start '' /tmp/x/empty 3001
start 'blank: at work' /tmp/x/blank 3002
# a login shell, which waits for what the FIFO says
inside mkfifo /tmp/x/fifo
cp "$(command -v bash)" "$R/tmp/x/loginsh"
inside setsid -f bash -c 'exec -a -loginsh /tmp/x/loginsh <>/tmp/x/fifo'
eventually found empty
eventually found blank
found 'blank: at work'
eventually found loginsh
found -- -loginsh
