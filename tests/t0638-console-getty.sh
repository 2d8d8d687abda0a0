#!/bin/sh
# With init.autocon=1 the kernel's consoles get a getty, unless the table has an entry for them.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/agetty 755 <<'END'
#!/bin/sh
note "agetty $*"
exec sleep 1000
END
echo 'quiet init.autocon=1 console=pts/7,9600 console=ttyS8 x' | put /etc/cmdline
boot <<END
id:3:initdefault:
S8::off:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
inside mount --bind /etc/cmdline /proc/cmdline
# init knows that the words of a kernel do not change; an init that has just been executed looks at them
telinit u
eventually console_has reloading
signal HUP
eventually console_has "added agetty on pts"
not console_has "added agetty on ttyS8"
