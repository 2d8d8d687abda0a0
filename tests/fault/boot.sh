# shellcheck shell=sh disable=SC2016,SC2154
# boot.sh - what the boot tests "never blocks" (b06) begin with, after tests/boot/lib.sh.
#
#	pulse_lines	printed into an inittab: a child to kill, one for each class a and b, an agent's are not
#	pulse_words	teaches them to the guest's agent; before the others
#	pulse LETTER	in the guest a killed child is back, and the class acts, within 3 s each (translated, on a
#			busy machine); prints how long it took
#	respawns	the first half of it
#	need_mute	gives the guest /sbin/mute, see mute.c, and the module that it needs
#	mute DIR	in the guest DIR answers no more; somebody hangs in it

file etc/words <<'END_OF_WORDS'
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
child() { who "/bin/sleep$1"; }
restart() {
	old=$(child 1001) t=$(now)
	kill "$old"
	until new=$(child 1001) && [ "$new" != "$old" ]; do usleep 10000; done
	echo "took $(($(now) - t))"
}
ask() {
	t=$(now)
	telinit "$1"
	until child "$2" >/dev/null; do usleep 10000; done
	echo "took $(($(now) - t))"
}
END_OF_WORDS

pulse_lines()
{
	cat <<-'END'
		rs:23:respawn:/bin/sleep 1001
		oa:a:ondemand:/bin/sleep 1002
		ob:b:ondemand:/bin/sleep 1003
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
	guest '. /etc/words'
}

measured()
{
	took=$(guest "$2" | sed -n 's/^took \([0-9]*\)$/\1/p')
	[ "$took" ] || die "$1: no answer"
	echo "# $1: ${took}0 ms"
	[ "$took" -lt 300 ] || die "$1: ${took}0 ms"
}

respawns()
{
	measured respawn restart
}

pulse()
{
	respawns
	case $1 in
	a) measured ondemand 'ask a 1002' ;;
	b) measured ondemand 'ask b 1003' ;;
	esac
}
