#!/bin/sh
# telinit u executes the file that is /sbin/init now, and lets go of the old one.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
END
eventually running a1
old=$(pid_of a1)
inside sh -c 'cp /sbin/init /sbin/init.new && mv /sbin/init.new /sbin/init'
case $(readlink "/proc/$INIT_PID/exe") in
*deleted*) ;;
*) die "the old file is not gone" ;;
esac
telinit u
eventually console_has reloading
equal "the file of process 1" "$(readlink "/proc/$INIT_PID/exe")" /sbin/init
equal "the process of a1" "$(pid_of a1)" "$old"
