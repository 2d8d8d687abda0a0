#!/bin/sh
# Those that come to match while others are being stopped are stopped by the next item of the schedule.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
# It has the name too, and leaves two children that have it and ignore TERM.
put /opt/prog/foo 755 <<'END'
#!/bin/sh
trap '(trap "" TERM; exec /opt/foo 1001) & (trap "" TERM; exec /opt/foo 1002) & exit' TERM
echo ready >>/run/notes
while :; do sleep 0.02; done
END
spawn /opt/prog/foo >/dev/null
eventually noted ready
gives 0 --stop --verbose --name foo --retry TERM/1/KILL/20
equal "who is left" "$(spawned foo)" ''
grep -q '^Stopped foo (pid [0-9]* [0-9]*), retry #1\.$' "$T/out" || die "not two at once"
