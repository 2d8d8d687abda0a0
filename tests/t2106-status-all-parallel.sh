#!/bin/sh
# service --status-all asks several scripts at the same time, and leaves nothing behind.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only
check() {
	# each waits for the other
	for name in a b; do
		script $name <<-'END'
			: >"/run/asked.${0##*/}"
			until [ -e /run/asked.a ] && [ -e /run/asked.b ]; do sleep 0.1; done
			echo yes
		END
	done
	n=0
	while [ $n -lt 30 ]; do
		n=$((n + 1))
		script "c$n" <<-END
			echo yes
		END
	done
	run service --status-all
	equal "how many" "$(grep -c "^ \[ + \]  [abc][0-9]*$" "$T/out")" 32
	equal order "$(LC_ALL=C sort "$T/out")" "$(cat "$T/out")"
	equal "left in /tmp" "$(inside sh -c 'ls -d /tmp/tmp.* 2>/dev/null || :')" ''
	inside sh -c 'rm -f /run/asked.*'
}
boot_services
each_shell check
