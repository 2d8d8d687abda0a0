#!/bin/sh
# Users are told that the system goes down now before init is, which hangs their terminals up.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
rung_only	# the classic one tells init at the same time
boot_levels
log_in alice console
# who writes the message asks for the name of the system, and is late
inside strace -f -qq -s 200 -o /run/trace -e trace=openat,write,uname -e inject=uname:delay_enter=20000 \
	shutdown -r now </dev/null >"$T/said" 2>&1
eventually in_level 6
grep -v '"/run/initctl".*ENOENT' "$R/run/trace" | grep -o -e 'NOW!' -e '/run/initctl' >"$T/order"
equal "what came first" "$(head -n 1 "$T/order")" 'NOW!'
