#!/bin/sh
# Where everybody may write to /run, what a user puts into the places of init's files harms nobody.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<TABLE
id:3:initdefault:
a1:37:respawn:/bin/sleep 1001
a2:37:respawn:/bin/sleep 1002
ev:012456:wait:/sbin/note evil
pf::powerfail:/sbin/note power
pl::powerfailnow:/sbin/note evil
TABLE
eventually running a1
eventually running a2
eventually test -p "$R/run/initctl"
eventually test -s "$R/run/utmp"
user='setpriv --reuid 1000 --regid 1000 --clear-groups --inh-caps=-all'
# shellcheck disable=SC2086
inside $user true 2>/dev/null || skip "no second user in this namespace"
child=$(pid_of a1)
echo secret | put /etc/victim 644
message 1 5 0 | put /etc/request 644
inside sh -c "touch /run/notes; chmod 777 /run"
tried=0

# plant PLACE COMMAND: the user makes /run/new, and puts it there before init can
plant() {
	inside rm -rf /run/new /tmp/mine
	# shellcheck disable=SC2086
	inside $user sh -c "$2 && until mv -T /run/new $1; do rm -rf $1; done" >"$T/said" 2>&1 || die "$2: $(cat "$T/said")"
}
harmless() {
	tried=$((tried + 1))
	up || die "$1: init is gone"
	alive "$child" || die "$1: a child is gone"
	! noted evil || die "$1: something ran"
	equal "$1: the file of another" "$(cat "$R/etc/victim")" secret
	echo "# $1: harmless"
}

# fifo NAME COMMAND: makes something of /run/initctl, into which the user then writes a request
fifo() {
	plant /run/initctl "$2"
	# shellcheck disable=SC2086
	inside $user timeout 1 dd if=/etc/request of=/run/initctl oflag=nonblock conv=notrunc,nocreat 2>/dev/null || :
	never_within 300 in_level 5
	harmless "$1"
	# and when it is gone
	inside rm -rf /run/initctl
	eventually test -p "$R/run/initctl"
	equal "owner and mode" "$(stat -c '%u %a' "$R/run/initctl")" "0 600"
}
fifo "a FIFO of the user's" 'mkfifo -m 666 /run/new'
fifo "a link to one" 'mkfifo -m 666 /tmp/mine; ln -s /tmp/mine /run/new'
fifo "a file for requests" 'cp /etc/request /run/new'
fifo "a link to a file of root's, for requests" 'ln -s /etc/victim /run/new'
fifo "a directory for requests" 'mkdir /run/new'
fifo "a loop of links" 'ln -s initctl /run/new'
fifo "a link to a device" 'ln -s /dev/zero /run/new'

# change NAME: the level changes, which init writes to /run/runlevel; level NAME COMMAND: makes something of that first
level=3
change() {
	case $level in
	3) level=7 ;;
	*) level=3 ;;
	esac
	telinit -t 1 "$level"
	eventually titled "init [$level]"
	harmless "$1"
}
level() {
	plant /run/runlevel "$2"
	change "$1"
}
titled() {
	[ "$(head -c "${#1}" "/proc/$INIT_PID/cmdline")" = "$1" ]
}
level "a link to a file of root's, for the level" 'ln -s /etc/victim /run/new'
level "a FIFO for the level" 'mkfifo /run/new'
level "a directory for the level" 'mkdir /run/new'
# which a user can make where fs.protected_hardlinks is off
inside sh -c 'rm -rf /run/runlevel; echo secret >/run/victim; ln /run/victim /run/runlevel'
change "another name of a file of root's, for the level"
equal "that file" "$(cat "$R/run/victim")" secret

# records NAME COMMAND: makes something of /run/utmp; a child dies and is started
records() {
	plant /run/utmp "$2"
	old=$(pid_of a2) && kill "$old"
	eventually new_pid a2 "$old"
	harmless "$1"
}
records "a link to a file of root's, for records" 'ln -s /etc/victim /run/new'
records "a FIFO for records" 'mkfifo /run/new'
records "a directory for records" 'mkdir /run/new'
records "a link to a device, for records" 'ln -s /dev/full /run/new'

# power NAME COMMAND: makes something of /run/powerstatus; the power fails
power() {
	plant /run/powerstatus "$2"
	before=$(note_count power)
	signal PWR
	eventually noted_times $((before + 1)) power
	harmless "$1"
}
power "a link to a file of root's, for the power status" 'ln -s /etc/victim /run/new'
power "a FIFO for the power status" 'mkfifo /run/new'
power "a directory for the power status" 'mkdir /run/new'
echo "# $tried attempts"
[ "$tried" -eq 18 ]
