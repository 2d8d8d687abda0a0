#!/bin/sh
# With -o killall5 stops and continues nobody; without it does, so that no process escapes by forking.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
put /sbin/witness 755 <<'END'
#!/bin/sh
trap 'note continued' CONT
note ready
while :; do sleep 0.05; done
END
boot <<'END'
id:3:initdefault:
a1:3:once:/sbin/witness
a2:3:once:/bin/sleep 1002
END
eventually noted ready
eventually running a1
# SIGWINCH, 28, does nothing by itself
inside killall5 -28 -o "$(inner_pid "$(pid_of a1)")"
never_within 300 noted continued
inside killall5 -28
eventually noted continued
