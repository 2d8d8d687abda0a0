#!/bin/sh
# After the boot scripts the console is free for the next who takes it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/take 755 <<'END'
#!/bin/sh
exec </dev/console
(: </dev/tty) 2>/dev/null && note taken
END
boot <<END
id:3:initdefault:
si::sysinit:/bin/true
bw::bootwait:/sbin/note bw
a1:3:once:/sbin/take
END
eventually noted taken
