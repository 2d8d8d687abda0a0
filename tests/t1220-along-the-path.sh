#!/bin/sh
# A program without a slash is looked up in every directory of PATH; one that is in none is told.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# in the first directory, but not to be executed
put /sbin/closed 644 <<END
#!/bin/sh
END
boot <<END
id:3:initdefault:
a1:3:respawn:sleep 1001
a2:3:once:nowhere-at-all
a3:3:once:closed
a4:3:once:/sbin/note a4
END
eventually noted a4
eventually running a1
# found in /bin, behind two others
case $(readlink "/proc/$(pid_of a1)/exe") in
*/bin/sleep | */busybox) ;;
*) die "not sleep: $(readlink "/proc/$(pid_of a1)/exe")" ;;
esac
eventually console_has 'cannot execute "nowhere-at-all"'
eventually console_has 'cannot execute "closed"'
