#!/bin/sh
# Signal 38 runs shutdown -hP now, more than once if need be.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/shutdown 755 <<'END'
#!/bin/sh
note "shutdown $*"
END
boot <<END
id:3:initdefault:
END
eventually in_level 3
signal 38
eventually noted "shutdown -hP now"
