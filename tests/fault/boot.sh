# shellcheck shell=sh disable=SC2016,SC2154
# boot.sh - what the boot tests "never blocks" (b06) begin with, after tests/boot/lib.sh.
#
#	pulse_lines	printed into an inittab: a child to kill, one for each class a, b and c
#	pulse_words	before qboot: gives the guest the program, and words for its agent: now, who
#	pulse LETTER	in the guest the killed child is back, and class LETTER acts, within 100 ms; prints how soon.
#			On a busy machine, which translates besides, in proportion: see pulse.c
#	need_mute	gives the guest /sbin/mute, see mute.c, and the module that it needs
#	mute DIR	in the guest DIR answers no more; somebody hangs in it

pulse_lines()
{
	cat <<-'END'
		rs:23:respawn:/bin/sleep 1001
		oa:a:ondemand:/bin/sleep 1002
		ob:b:ondemand:/bin/sleep 1003
		oc:c:ondemand:/bin/sleep 1004
	END
}

need_mute()
{
	module=$(find "$cache/kernel/lib/modules" -name fuse.ko | head -n 1)
	[ "$module" ] || skip "the kernel of the boot tests has no fuse module"
	cp "$module" "$root/fuse.ko"
	cc -O -static -o "$root/sbin/mute" "$here/../fault/mute.c" || die "mute.c does not build"
}

mute()
{
	guest "insmod /fuse.ko; mute $1; /bin/ls $1 & :" >/dev/null
	guest_eventually 'grep -q request_wait_answer /proc/$(who /bin/ls)/wchan'
}

pulse_words()
{
	cc=cc
	! command -v musl-gcc >/dev/null || cc=musl-gcc
	"$cc" -O1 -static -Wall -Wextra -o "$root/sbin/pulse" "$here/../fault/pulse.c" || die "pulse does not build"
	file etc/words <<-'END'
		# in hundredths of a second
		now() { read -r up rest </proc/uptime; echo "${up%.*}${up#*.}"; }
		# who NAME...: the pid of the process whose words, without what is between them, begin so
		who() {
			for proc in /proc/[0-9]*; do
				words=
				read -r words <"$proc/cmdline" 2>/dev/null
				case $words in
				"$1"*) echo "${proc#/proc/}"; return ;;
				esac
			done 2>/dev/null
			return 1
		}
	END
}

pulse()
{
	case $1 in
	a) set -- a 1002 ;;
	b) set -- b 1003 ;;
	c) set -- c 1004 ;;
	esac
	guest "pulse 1 $1 $2 100" || die "init does not react"
}
