#!/bin/sh
# Up to an init whose state has more fields and down again: the children stay, and what was dropped is said.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
command -v make >/dev/null || skip "no make"
# An init of the next version: a field more in each part of the state.
mkdir "$T/next"
"$here/copy" "$T/next"
sed -i 's/^#define STATE_VERSION 1$/#define STATE_VERSION 2/
	s/^#define STATE_VERSION_TEXT "1"$/#define STATE_VERSION_TEXT "2"/
	/^struct child_live {/,/^};/s/\([a-z0-9]*\), check;/\1, check0, more[5], check;/
	/^struct level_live {/,/^};/s/\([a-z0-9]*\), check;/\1, check0, more[3], check;/
	s/^	_Atomic uint32_t level_current, env_current;/	uint32_t more[2];\n&/' "$T/next/state.h"
env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL -u CFLAGS -u CC make -s -C "$T/next" init >"$T/errors" 2>&1 ||
	die "the other version does not build"
grep -q 'state version 2' "$T/next/init" || die "the other version is none"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
a2:3:once:/sbin/note a2
a3:a:ondemand:/bin/sleep 1003
a4:3:respawn:/sbin/stubborn a4
sh:b:once:/sbin/showenv sh
END
eventually running a1
eventually noted a2
eventually noted "stubborn a4"
telinit a
eventually running a3
telinit -e INIT_V=1
a1=$(pid_of a1) a3=$(pid_of a3) a4=$(pid_of a4)
all_there() {
	equal "the process of a1" "$(pid_of a1)" "$a1"
	equal "the process of a3" "$(pid_of a3)" "$a3"
	equal "the process of a4" "$(pid_of a4)" "$a4"
	equal "starts of a2" "$(note_count a2)" 1
}
inside cp /sbin/init /sbin/init.old
for round in 1 2; do
	put /sbin/init 755 <"$T/next/init"
	survive upgrade
	all_there
	survive crash
	all_there
	equal "messages of what was dropped" "$(console_count "of another version and were dropped")" $((round - 1))
	inside sh -c 'rm /sbin/init; cp /sbin/init.old /sbin/init'
	survive upgrade
	eventually console_times "$round" "of another version and were dropped"
	all_there
done
kill "$a1"
eventually new_pid a1 "$a1"
telinit b
eventually env_has sh INIT_V=1
telinit -t 1 2
eventually not alive "$a4"
