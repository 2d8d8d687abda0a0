#!/bin/sh
# service --status-all asks several scripts at the same time, and leaves nothing behind.
# shellcheck disable=SC2015,SC2016 source=tests/services.sh
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
		script "c$n" <<-'END'
			mkdir -p "/run/busy/$$"
			set -- /run/busy/*
			echo $# >>/run/notes
			sleep 0.1
			rmdir "/run/busy/$$"
			echo yes
		END
	done
	run service --status-all
	equal "how many" "$(grep -c "^ \[ + \]  [abc][0-9]*$" "$T/out")" 32
	equal order "$(LC_ALL=C sort "$T/out")" "$(cat "$T/out")"
	equal left "$(inside sh -c 'ls -d /run/service.* /tmp/service.* 2>/dev/null || :')" ''
	inside sh -c 'rm -f /run/asked.*'
	# but no more than eight, for there may be hundreds
	most=$(sort -n "$R/run/notes" | tail -n 1)
	[ "$most" -gt 1 ] && [ "$most" -le 8 ] || die "$most at the same time"
	inside rm /run/notes
	# who is tired of one that hangs leaves nothing behind either
	inside sh -c 'rm /etc/init.d/b /etc/init.d/c*'
	for signal in 2:130 15:143 1:143; do
		script a <<-'END'
			echo $$ >/run/hangs
			exec sleep 1001
		END
		gives "${signal#*:}" "" "" sh -c '/usr/bin/env --default-signal service --status-all &
			until [ -s /run/hangs ]; do sleep 0.1; done
			kill -'"${signal%:*}"' $!
			status=0
			wait $! || status=$?
			kill $(cat /run/hangs)
			rm /run/hangs
			exit $status'
		equal left "$(inside sh -c 'ls -d /run/service.* /tmp/service.* 2>/dev/null || :')" ''
	done
}
boot_services
each_shell check
