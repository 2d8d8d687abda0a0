#!/bin/sh
# service says how it is used, what version it is, and which name it does not know.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
usage="Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]"
check() {
	gives 1 "" "$usage" service
	for option in --help -h --he; do gives 0 "" "$usage" service $option; done
	gives 1 "" "nope: unrecognized service" service nope start
	gives 1 "" "--foo: unrecognized service" service --foo
	noter off
	inside chmod -x /etc/init.d/off
	gives 1 "" "off: unrecognized service" service off start
	for option in --version -V; do
		run service $option
		equal status "$status" 0
		grep -q '^service ver\. [0-9]' "$T/err"
	done
}
boot_services
each_shell check
