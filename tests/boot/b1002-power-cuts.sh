#!/bin/sh
# A power cut at ten random moments leaves a disk that is repaired without a question, and boots.
# limit: 400 s
# shellcheck source=tests/boot/lib.sh disable=SC2016,SC2154
. "${0%/*}/lib.sh"
# shellcheck source=tests/boot/system.sh
. "$here/system.sh"
make_system
with_disk
# somebody who writes all the time
file sbin/writer 755 <<'SCRIPT'
#!/bin/sh
n=0
while n=$((n + 1)); do
	echo $n >/root/new && mv /root/new "/root/file$((n % 50))"
	[ $((n % 7)) -ne 0 ] || sync
done
SCRIPT
echo 'wr:2345:respawn:/sbin/writer' >>"$root/etc/inittab"
: >"$root/var/log/wtmp"

# cut_after MILLISECONDS: QEMU is killed, like the power
cut_after()
{
	sleep "$(($1 / 1000)).$(printf %03d $(($1 % 1000)))"
	read -r machine _ <"/proc/$qemu/task/$qemu/children" || :	# it does not end with a newline
	kill -KILL "$machine"
	wait "$qemu" || :
	cp "$T/serial" "$T/serial.$round"
}

# until_cut: somewhere between the first line of init and two seconds behind the prompt
for round in 1 2 3 4 5 6 7 8 9 10; do
	if [ "$round" = 1 ]; then
		boot_system
	else
		boot_disk
	fi
	eventually serial_has 'booting (rung'
	moment=$(($(od -A n -N 2 -t u2 /dev/urandom) * 4000 / 65536))
	echo "# cut $round: $moment ms after init began"
	cut_after "$moment"
	! serial_has 'repair it by hand' || die "somebody was asked"
	# what e2fsck -a will do at the next boot
	cp "$T/disk" "$T/copy"
	status=0
	PATH=$PATH:/sbin:/usr/sbin e2fsck -p "$T/copy" >"$T/check" 2>&1 || status=$?
	[ "$status" -le 1 ] || die "e2fsck: $status: $(cat "$T/check")"
	: >"$T/serial"
done
boot_disk
from=0
log_in
enter 'service syslog status; mount | grep " / "; ls /root | head -3'
{ shown 'syslog: running' && shown 'ext4 (rw'; } || die "not a whole system"
enter 'dmesg | grep -i "ext4.*error"; echo none'
! shown 'EXT4-fs error' || die "the disk is damaged"
type poweroff
eventually ended
PATH=$PATH:/sbin:/usr/sbin e2fsck -f -n "$T/disk" >"$T/check" 2>&1 || die "not clean: $(cat "$T/check")"
