#!/bin/sh
# killall5 -15 comes back as soon as its targets are gone.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
put /sbin/slow 755 <<'END'
#!/bin/sh
# well within the 900 ms that it is waited for, on a busy machine, too
trap 'sleep 0.1; echo saved >>/run/notes; exit' TERM
note ready
while :; do sleep 0.05; done
END
boot <<'END'
id:3:initdefault:
a1:3:once:/sbin/slow
a2:3:once:/bin/sleep 1002
END
eventually noted ready
eventually running a2
inside killall5 -15
noted saved || die "it did not wait"
not running a1
not running a2
