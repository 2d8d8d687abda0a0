#!/bin/sh
# killall5 -o spares the listed pids, however they are listed.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
a2:3:once:/bin/sleep 1002
a3:3:once:/bin/sleep 1003
a4:3:once:/bin/sleep 1004
a5:3:once:/bin/sleep 1005
a6:3:once:/bin/sleep 1006
END
for i in 1 2 3 4 5 6; do
	eventually running a$i
	eval "p$i=$(inner_pid "$(pid_of a$i)")"
done
# shellcheck disable=SC2154
inside killall5 -9 -o "$p1,$p2" -o "$p3;$p4:99999999" -o "$p5"
eventually not running a6
for i in 1 2 3 4 5; do
	running a$i || die "a$i was not spared"
done
