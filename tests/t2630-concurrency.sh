#!/bin/sh
# Scripts run at once where insserv has numbered them, or CONCURRENCY says so; the kernel's word is the strongest.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
boot_services
gated a
gated b
gated c
link 2 S01a S01b S02c
# each_order WORD...: sets what is in /etc/default/rcS, and looks how many start
start_rc() {
	inside rm -rf /run/notes /run/rc
	inside /etc/init.d/rc 2 >"$T/out" 2>&1 &
	running=$!
	eventually noted "start a"
}
end_rc() {
	for name in a b c; do open_gate "$name"; done
	finished
	notes=$(sort "$R/run/notes" | tr '\n' ' ')
	equal "what was started" "$notes" "start a start b start c "
}
all_at_once() {
	start_rc
	eventually noted "start b"
	eventually noted "start c"
	end_rc
}
by_number() {
	start_rc
	eventually noted "start b"
	never_within 200 noted "start c"
	end_rc
}
one_by_one() {
	start_rc
	never_within 200 noted "start b"
	end_rc
}
numbered() {
	for kind in boot start stop; do
		echo "TARGETS =" | put "/etc/init.d/.depend.$kind"
	done
}
one_by_one
numbered
all_at_once
inside touch /etc/init.d/.legacy-bootordering
one_by_one
inside rm /etc/init.d/.legacy-bootordering
: | put /etc/init.d/.depend.stop
one_by_one
inside sh -c 'rm /etc/init.d/.depend.*'
for word in makefile shell startpar; do
	echo "CONCURRENCY=$word" | default
	all_at_once
done
echo "CONCURRENCY=number" | default
by_number
echo "CONCURRENCY=none" | default
numbered
one_by_one
echo "CONCURRENCY=some" | default
all_at_once
out_has "rc: /etc/default/rcS: CONCURRENCY='some' must be one of: auto none makefile number shell startpar; taken as auto"
# the kernel's word
echo "CONCURRENCY=makefile" | default
echo "quiet concurrency=none ro" | put /run/cmdline
inside mount --bind /run/cmdline /proc/cmdline
one_by_one
