#!/bin/sh
# halt knows the level from init's environment, else from utmp, else from /run/runlevel; else it warns and calls shutdown.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
put /sbin/shutdown 755 <<'SCRIPT'
#!/bin/sh
note shutdown
SCRIPT
boot <<INITTAB
id:3:initdefault:
zz:06:respawn:/bin/sleep 1000
INITTAB
eventually in_level 3
calls=0
calls_shutdown() {
	"$@" 2>"$T/said" || die "$*: status $?"
	calls=$((calls + 1))
	eventually noted_times "$calls" shutdown
}
# the record comes when there is time for it
recorded() {
	utmpdump "$R/run/utmp" 2>/dev/null | grep -q '\[runlevel\]'
}
eventually recorded
calls_shutdown inside reboot
# anybody can set RUNLEVEL
calls_shutdown inside env RUNLEVEL=6 reboot
calls_shutdown inside env RUNLEVEL=2 INIT_VERSION=x reboot
: >"$R/run/utmp"
calls_shutdown inside reboot
not grep -q WARNING "$T/said"
rm "$R/run/runlevel"
calls_shutdown inside reboot
grep -q '^WARNING: could not determine runlevel - doing soft reboot' "$T/said"
printf 6 >"$R/run/runlevel"
inside env RUNLEVEL=2 INIT_VERSION=x reboot
inside reboot || :
ended_by reboot
equal "calls of shutdown" "$(note_count shutdown)" 6
boot <<INITTAB
id:3:initdefault:
zz:06:respawn:/bin/sleep 1000
INITTAB
eventually in_level 3
inside env RUNLEVEL=0 INIT_VERSION=x halt || :
ended_by halt
