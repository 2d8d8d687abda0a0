#!/bin/sh
# Where process 1 is another init, which SIGUSR1 could make halt the machine, nothing is sent to it, and telinit and reboot say so.
# shellcheck disable=SC2016 source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
END
eventually in_level 3
put /sbin/other 755 <<'END'
#!/bin/sh
# as BusyBox's init, or the machine's around a chroot
for signal in HUP INT TERM USR1 USR2; do
	trap "echo $signal >>/tmp/signals" "$signal"
done
mount -t tmpfs run /run
for call in "telinit q" "reboot"; do
	status=0
	$call 2>/tmp/said || status=$?
	echo "$call: $status: $(grep control /tmp/said)"
done >/tmp/calls
END
for tool in shutdown halt; do
	cp "${INIT%/*}/$tool" "$R/sbin/$tool"
done
inside ln -sf halt /sbin/reboot
inside unshare --pid --fork --mount-proc /sbin/other
equal signals "$(cat "$R/tmp/signals" 2>/dev/null)" ''
equal calls "$(cat "$R/tmp/calls")" \
	"telinit q: 1: telinit: timeout opening/writing control channel /run/initctl
reboot: 1: shutdown: timeout opening/writing control channel /run/initctl"
