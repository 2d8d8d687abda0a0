#!/bin/sh
# Ten crashes without a turn of the loop end in a mode that only reaps and offers a shell; telinit u leaves it with all children.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
helper mortal immortal
helper assail acted
boot <<END
id:3:initdefault:
$(immortals 5)
a1:3:respawn:/bin/sleep 1001
a2:3:respawn:/bin/sleep 1002
a3:3:once:/sbin/note a3
END
eventually started 5
eventually noted a3
eventually running a1
eventually running a2
a1=$(pid_of a1) a2=$(pid_of a2)
stay=$(pids_of_immortals 5)
put /sbin/sulogin 755 <<'END'
#!/bin/sh
echo "rescue shell $*" >/dev/console
exec sleep 1003
END
assail early
eventually console_has "init only reaps"
eventually console_has "rescue shell --force"
equal "those that stay" "$(pids_of_immortals 5)" "$stay"
# the dead are reaped, also those of no parent, and started again later
kill "$a1"
eventually not test -e "/proc/$a1"
never_within 300 running a1
# not by a file that is no init
inside sh -c 'mv /sbin/init /sbin/good && cp /bin/false /sbin/init'
message 1 U 3 | send
eventually console_has "Attempt to re-exec failed"
up || die "it has ended"
inside mv /sbin/good /sbin/init
message 1 U 3 | send
eventually new_pid a1 "$a1"
equal "the process of a2" "$(pid_of a2)" "$a2"
equal "those that stay" "$(pids_of_immortals 5)" "$stay"
equal "starts of a3" "$(note_count a3)" 1
in_level 3
telinit 2
eventually not alive "$a2"
