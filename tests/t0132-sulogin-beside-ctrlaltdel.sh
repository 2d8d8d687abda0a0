#!/bin/sh
# A ctrlaltdel entry without levels does not count as an entry for level S.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/sulogin 755 <<'END'
#!/bin/sh
exec /sbin/gate sulogin
END
boot -- S <<END
id:3:initdefault:
ca::ctrlaltdel:/sbin/note ca
END
eventually noted "gate sulogin"
