#!/bin/sh
# In other levels halt, poweroff and reboot call shutdown.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/shutdown 755 <<'END'
#!/bin/sh
note "$*"
END
boot <<END
id:3:initdefault:
END
eventually in_level 3
inside halt
eventually noted "-h -H now"
inside poweroff
eventually noted "-h -P now"
inside halt -p
[ "$(note_count "-h -P now")" -eq 2 ]
inside reboot
eventually noted "-r now"
