#!/bin/sh
# Single-user mode finds the console with sane settings, whatever was done to it before.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
~~:S:wait:/sbin/gate s
END
eventually in_level 3
stty -F "$T/tty" raw -echo -isig
telinit S
eventually noted "gate s"
sane() {
	stty -F "$T/tty" -a | grep -q ' icanon'
}
eventually sane
