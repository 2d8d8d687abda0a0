#!/bin/sh
# Without a level rc says how it is used; --help and --version go to standard output.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	rc
	equal status "$status" 1
	equal output "$(cat "$T/out")" "Usage: /etc/init.d/rc <runlevel>"
	equal "standard output" "$(inside /etc/init.d/rc 2>/dev/null || :)" ''
	equal "--help" "$(inside /etc/init.d/rc --help 2>/dev/null)" "Usage: /etc/init.d/rc <runlevel>"
	equal "--version" "$(inside /etc/init.d/rc --version)" "rc (rung) $(cat "$here/../VERSION")"
}
boot_services
each_shell check
