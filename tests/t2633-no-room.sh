#!/bin/sh
# When there is no room for another process it is tried again as long as others run; if none does, the script has failed.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
command -v strace >/dev/null || skip "no strace"
boot_services
# failing WHEN: those calls of rcrun fail; not those of scripts
failing() {
	inside rm -rf /run/notes /run/rc
	inside strace -o /dev/null -e trace=clone,clone3,fork,vfork -e signal=none \
		-e "inject=clone,clone3,fork,vfork:error=EAGAIN:when=$1" rcrun 2 >"$T/out" 2>&1
}
gated a
noter b
link 2 S01a S01b
# the second, third and fourth: b is tried again while a runs
failing 2..4 &
running=$!
eventually noted "start a"
eventually noted "start b"
open_gate a
finished
out_has "rc: level 2: 2 scripts"
not grep -q FAILED "$T/out"
# all of them
failing 1+
out_has "rc: a: no room for another process"
out_has "start a: status 126"
out_has "rc: level 2: failed: a (status 126), b (status 126)"
not noted "start a"
# the first alone: there is nobody to wait for, and the next goes on
failing 1
out_has "failed: a (status 126)"
noted "start b"
