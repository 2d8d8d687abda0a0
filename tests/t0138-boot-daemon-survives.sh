#!/bin/sh
# A daemon that a boot script leaves behind in its own group survives the script.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/start 755 <<'END'
#!/bin/sh
/bin/sleep 1009 &
note started
END
boot <<END
id:3:initdefault:
si::sysinit:/sbin/start
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
noted started
daemon=$(pids_running "/bin/sleep 1009")
alive "$daemon"
never_within 300 not alive "$daemon"
