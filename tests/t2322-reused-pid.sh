#!/bin/sh
# A process that started after its pid file was written is another one that has the pid now.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
p=$(spawn /opt/foo 1001)
echo "$p" | put /run/foo.pid
# booted WHEN: the record that init makes
booted() {
	inside date -d "$1" '+[2] [00000] [~~  ] [reboot  ] [~           ] [test                ] [0.0.0.0        ] [%Y-%m-%dT%H:%M:%S,000000+00:00]' |
		TZ=UTC utmpdump -r 2>/dev/null >"$R/run/utmp"
}
command -v utmpdump >/dev/null || skip "no utmpdump"
booted now
gives 0 --status --pidfile /run/foo.pid
inside touch -d '5 minutes ago' /run/foo.pid
gives 1 --status --pidfile /run/foo.pid
gives 1 --status --pidfile /run/foo.pid --exec /opt/foo
gives 1 --stop --pidfile /run/foo.pid --retry 5
out_is "No process in pidfile '/run/foo.pid' found running; none killed."
gives 0 --start --pidfile /run/foo.pid --startas /bin/echo -- started
out_is started
# from before the boot
inside touch -d '20 years ago' /run/foo.pid
gives 1 --status --pidfile /run/foo.pid
runs "$p" || die "it was stopped"
# Was the clock set since the boot, the times say nothing; and so it is where the boot is not recorded.
booted '3 hours ago'
gives 0 --status --pidfile /run/foo.pid
booted 'next year'
gives 0 --status --pidfile /run/foo.pid
rm "$R/run/utmp"
gives 0 --status --pidfile /run/foo.pid
# A file that is younger than the process is in order.
booted now
inside touch -d 'next week' /run/foo.pid
gives 0 --status --pidfile /run/foo.pid
