#!/bin/sh
# Children get the limits and the oom score that init was started with, not those that it has now.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
command -v prlimit >/dev/null || skip "no prlimit(1) here"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
limits=$(grep 'open files' "/proc/$old/limits")
score=$(cat "/proc/$old/oom_score_adj")
inside prlimit --pid 1 --nofile=123:
inside sh -c "echo $((score + 100)) >/proc/1/oom_score_adj"
kill "$old"
eventually new_pid a1 "$old"
new=$(pid_of a1)
equal "limit of open files" "$(grep 'open files' "/proc/$new/limits")" "$limits"
equal "oom score" "$(cat "/proc/$new/oom_score_adj")" "$score"
