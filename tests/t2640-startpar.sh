#!/bin/sh
# startpar runs programs at once, or the links of a level in the order of the dependency files, and tells a shell what has failed.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
# told STATUS OUTPUT ERRORS ARGUMENT...: errors are sorted, for scripts end in any order
told() {
	_status=$1 _out=$2 _err=$3
	shift 3
	run startpar "$@"
	equal "status of $*" "$status" "$_status"
	equal "output of $*" "$(cat "$T/out")" "$_out"
	equal "errors of $*" "$(sort "$T/err")" "$_err"
}
ends_with() {
	script "$1" <<-END
		echo "$1 \$1"
		echo "\$1 $1" >>/run/notes
		exit $2
	END
}
boot_services
for n in 0 1 4 5 6 7 8; do
	ends_with "s$n" "$n"
	link 2 "S01s$n"
done
script s9 <<'END'
printf "no end of line"
kill -HUP $$
END
link 2 S01s9
link 3 S01s0 S01s1 K01s7 K01s5
link 4 K01s7

told 1 '' "Can't open /etc/init.d/.depend.boot: No such file or directory
Unable to run scripts using dependency information in /etc/init.d" -M boot
told 1 '' "You must specify previous and next runlevels" -M start
told 1 '' "invalid run mode x" -M x
told 0 "startpar version 0.65" '' -v
told 0 "startpar (rung) $(cat "$here/../VERSION")" '' --version
told 0 '' ''
told 0 '' "s0 x
s1 x" -a x -p 1 -t 1 -T 1 -i 1 -S 1:2 /etc/init.d/s0 /etc/init.d/s1
told 0 '' "s0: s0 x" -n -a x /etc/init.d/s0
told 0 '' "s0 " /etc/init.d/s0
equal "-f" "$(echo copied | inside startpar -f)" copied
run startpar --nosuch
equal status "$status" 1
inside rm /run/notes

depend() {
	put "/etc/init.d/.depend.$1"
}
# s8 has no link, absent no script; what is not named is not run
inside rm /etc/rc2.d/S01s8
depend start <<'END'
TARGETS = s0 s1 s4 s5 s6 s7 s8 absent s9
INTERACTIVE = s4
# a comment
s1: s4 absent
s4: s0
END
run startpar -M start -P N -R 2
equal status "$status" 0
equal "what failed" "$(sed -n 's/failed_service="\(.*\)"/\1/p' "$T/out" | tr ' ' '\n' | sort | tr '\n' ' ')" "s1 s4 s7 s9 "
equal "the rest" "$(sed 1d "$T/out")" 'skipped_service_not_installed="s5"
skipped_service_not_configured="s6"'
equal errors "$(sort "$T/err")" 'no end of line
s0 start
s1 start
s4 start
s5 start
s6 start
s7 start'
equal "their order" "$(grep -e s0 -e s1 -e s4 "$R/run/notes" | tr '\n' ' ')" "start s0 start s4 start s1 "
# what runs already is not started again; what is stopped already is not stopped
inside rm /run/notes
told 0 'failed_service=""
skipped_service_not_installed=""
skipped_service_not_configured=""' '' -M start -P 2 -R 3
depend stop <<'END'
TARGETS = s7 s5
s7: s5
END
inside env PREVLEVEL=2 RUNLEVEL=3 startpar -M stop >"$T/out" 2>"$T/err"
equal "stopped" "$(tr '\n' ' ' <"$R/run/notes")" "stop s5 stop s7 "
grep -qx 'failed_service=""' "$T/out" || die "7 is no failure when stopping"
inside rm /run/notes
inside startpar -M stop -P 4 -R 3 >"$T/out" 2>"$T/err"
notes_are "stop s5"
# a loop
depend start <<'END'
TARGETS = s0 s1
s1: s0
s0: s1
END
told 0 'failed_service="s1"
skipped_service_not_installed=""
skipped_service_not_configured=""' 'loop exists s1 in s0!
s0 start
s1 start' -M start -P N -R 2
# at once: two that wait for each other
gated one
gated two
inside startpar -a start /etc/init.d/one /etc/init.d/two >"$T/out" 2>&1 &
running=$!
eventually noted "start one"
eventually noted "start two"
open_gate one
open_gate two
finished
# other places
inside sh -c 'mkdir -p /tmp/e/rcS.d && cp -R /etc/init.d /tmp/e/init.d && ln -s ../init.d/s0 /tmp/e/rcS.d/S01s0 && echo "TARGETS = s0" >/tmp/e/init.d/.depend.boot'
told 0 'failed_service=""
skipped_service_not_installed=""
skipped_service_not_configured=""' 's0 start' -e /tmp/e -M boot
told 1 '' "Can't open /tmp/.depend.boot: No such file or directory
Unable to run scripts using dependency information in /tmp" -d /tmp -M boot
