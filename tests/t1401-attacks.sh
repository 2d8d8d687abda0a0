#!/bin/sh
# A user with a shell inside tries every door to init and finds none open.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<TABLE
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
ev:012456:wait:/sbin/note evil
pf::powerfail:/sbin/note evil
ca::ctrlaltdel:/sbin/note evil
kb::kbrequest:/sbin/note evil
oa:a:ondemand:/sbin/note evil
TABLE
eventually running a1
eventually test -p "$R/run/initctl"
eventually test -s "$R/run/utmp"
user='setpriv --reuid 1000 --regid 1000 --clear-groups --inh-caps=-all'
# shellcheck disable=SC2086
inside $user true 2>/dev/null || skip "no second user in this namespace"
child=$(pid_of a1)
kid=$(inner_pid "$child")
tried=0

# attempt NAME COMMAND: as the user; it must fail
attempt() {
	tried=$((tried + 1))
	# shellcheck disable=SC2086
	if inside $user env CHILD="$kid" HOME=/tmp timeout 5 sh -c "$2" >"$T/said" 2>&1; then
		show "it says" <"$T/said"
		die "$1: succeeds"
	fi
	unhurt "$1"
	echo "# $1: refused"
}
unhurt() {
	up || die "$1: init is gone"
	alive "$child" || die "$1: the child is gone"
	! noted evil || die "$1: something ran"
}

attempt "request by hand" 'printf x >/run/initctl'
attempt "reading other people's requests" 'cat </run/initctl'
attempt "both ways" 'exec 5<>/run/initctl'
attempt "removing the FIFO" 'rm -f /run/initctl'
attempt "moving the FIFO" 'mv -f /run/initctl /tmp/'
attempt "a FIFO in its place" 'rm -f /run/initctl; mkfifo /run/initctl'
attempt "a link in its place" 'ln -sf /tmp/fifo /run/initctl'
attempt "a socket in its place" 'rm -f /run/initctl; socat -u UNIX-RECV:/run/initctl OPEN:/dev/null'
attempt "a log of the user's own" 'rm -f /dev/log; socat -u UNIX-RECV:/dev/log OPEN:/dev/null'
attempt "the console" 'printf x >/dev/console'
attempt "another name for it" 'ln /run/initctl /tmp/fifo'
attempt "its mode" 'chmod 666 /run/initctl'
attempt "its owner" 'chown 1000 /run/initctl'
attempt "something mounted over it" 'mount -t tmpfs none /run'
attempt "telinit 0" '/sbin/telinit 0'
attempt "telinit a" '/sbin/telinit a'
attempt "telinit u" '/sbin/telinit u'
attempt "telinit -e" '/sbin/telinit -e INIT_X=1'
attempt "init 6" '/sbin/init 6'
attempt "a second init" '/sbin/init --init 3'
attempt "halt" '/sbin/halt -f'
attempt "reboot" '/sbin/reboot -f'
attempt "power off" '/sbin/poweroff -f'
attempt "telinit in an environment of the user's" 'LD_PRELOAD=/tmp/x PATH=/tmp CONSOLE=/tmp/c INIT_VERSION=0 /sbin/telinit 6'
attempt "init in such a one" 'CONSOLE=/tmp/c RUNLEVEL=6 AUTOBOOT=YES /sbin/init --init -b'
for name in HUP INT TERM USR1 USR2 PWR WINCH TSTP CONT CHLD SEGV ABRT KILL STOP ALRM; do
	attempt "SIG$name to init" "kill -s $name 1"
done
attempt "a real-time signal to init" "/bin/kill -38 1"
# shellcheck disable=SC2016
attempt "a signal to a child of init" 'kill "$CHILD"'
attempt "a signal to everybody" 'kill -s TERM -1; sh -c "kill -0 1"'
attempt "init's memory" 'head -c 1 /proc/1/mem'
attempt "init's environment" 'cat /proc/1/environ | grep .'
attempt "init's open files" 'ls /proc/1/fd | grep .'
attempt "the state of init" 'cat /proc/1/fd/9 | head -c 1 | grep .'
attempt "init's root" 'ls /proc/1/root/ | grep .'
attempt "init's memory map" 'cat /proc/1/maps | grep .'
attempt "tracing init" 'timeout 0.5 strace -p 1 -o /dev/null; [ $? -eq 124 ]'
attempt "init's limits" 'prlimit --pid 1 --nofile=3'
attempt "init's priority" 'renice -n 19 -p 1'
attempt "the kernel's choice when memory is short" 'echo 1000 >/proc/1/oom_score_adj'
attempt "init's name" 'echo evil >/proc/1/comm'
attempt "its namespaces" 'nsenter -t 1 -m true'
attempt "the table" 'echo e2:3:once:/sbin/note evil >>/etc/inittab'
attempt "a part of the table" 'mkdir -p /etc/inittab.d && echo e2:3:once:/sbin/note evil >/etc/inittab.d/e.tab'
attempt "a script before each process" 'echo "/sbin/note evil" >/etc/initscript'
attempt "the program" 'cp /bin/true /sbin/init'
attempt "the file runlevel" 'echo 5 >/run/runlevel'
attempt "the power status" 'echo L >/run/powerstatus'
attempt "utmp" 'echo >>/run/utmp'
attempt "utmp removed" 'rm -f /run/utmp'
attempt "wtmp" 'echo >>/var/log/wtmp'
attempt "a write lock on utmp" 'exec 5>>/run/utmp && flock -n 5'
attempt "root of a namespace of one's own" 'unshare --user --map-root-user kill -s HUP 1'
attempt "root of such a one, by the FIFO" 'unshare --user --map-root-user sh -c "printf x >/run/initctl"'
# the doors are still there for those who have the key
telinit 7
eventually in_level 7
echo "# $tried attempts"
[ "$tried" -ge 60 ]
