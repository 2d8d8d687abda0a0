#!/bin/sh
# --stop sends TERM, or the signal of --signal, to the process that the pid file names, and says nothing.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
p=$(spawn /opt/foo 1001)
other=$(spawn /opt/foo 1002)
echo "$p" | put /run/foo.pid
gives 0 --stop --pidfile /run/foo.pid
out_is
no_errors
eventually gone "$p"
runs "$other" || die "the other one is gone"
put /opt/listener 755 <<'END'
#!/bin/sh
trap 'echo hup >>/run/notes' HUP
echo ready >>/run/notes
while :; do sleep 0.05; done
END
p=$(spawn /opt/listener)
eventually noted ready
for signal in HUP 1; do
	rm "$R/run/notes"
	gives 0 --stop --pid "$p" --signal "$signal"
	eventually noted hup
done
gives 0 -K --pid "$p" -s 0
runs "$p" || die "signal 0 did something"
gives 3 --stop --pid "$p" --signal FOO
err_has "signal value must be numeric or name of signal (KILL, INT, ...)"
err_has "--help' for more information."
