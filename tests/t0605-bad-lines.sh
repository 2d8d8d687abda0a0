#!/bin/sh
# Each bad line gets its message, and all others work.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
:3:once:/sbin/note bad
x1
x2:3
x3:3:once
x4:3::/sbin/note bad
x5:3:respwan:/sbin/note bad
a1:3:once:/sbin/note a1
END
eventually noted a1
eventually console_has "/etc/inittab[2]: missing id field"
eventually console_has "/etc/inittab[3]: missing action field"
eventually console_has "/etc/inittab[4]: missing action field"
eventually console_has "/etc/inittab[5]: missing process field"
eventually console_has "/etc/inittab[6]: missing action field"
eventually console_has "/etc/inittab[7]: respwan: unknown action field"
never_within 200 noted bad
