#!/bin/sh
# rc stops with the K links in order, then starts with the S links in order.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
check() {
	for name in a b c d e; do noter "$name"; done
	link 2 K02a K01b S03c S01d S02e
	previous=3 rc 2
	notes_are "stop b" "stop a" "start d" "start e" "start c"
	equal status "$status" 0
}
boot_services
each_shell check
