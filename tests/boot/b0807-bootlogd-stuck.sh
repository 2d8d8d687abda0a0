#!/bin/sh
# A console that is stopped holds up neither the log nor the other consoles nor those who write to it.
# shellcheck source=tests/boot/bootlogd.sh disable=SC2016
. "${0%/*}/bootlogd.sh"
file sbin/much 755 <<'END'
#!/bin/sh
i=1000
while [ $i -lt 5000 ]; do
	echo this is line number $i
	i=$((i + 1))
done >/dev/console
until grep -q ': this is line number 4999' /run/log; do usleep 100000; done
until fold -w 80 /dev/vcs1 | grep -q 'number 4999'; do usleep 100000; done
# the serial line is stopped: another one tells
echo finished >/dev/ttyS1
END
second_serial
boot_for_log -a console=tty0
guest 'stty -F /dev/ttyS0 ixon; bootlogd -c -l /run/log'
keys '\023'
type much
eventually grep -q finished "$T/serial1"
keys '\021'
eventually serial_has 'number 4999'
! serial_has 'number 2999' || die "the line was not stopped"
