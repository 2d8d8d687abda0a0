#!/bin/sh
# A script without a header waits for all links before its own, and all behind it wait for it.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
boot_services
gated a
gated b
gated z
gated y
put /etc/init.d/old 755 <<'END'
#!/bin/sh
# chkconfig: 2345 50 50
echo "$1 old" >>/run/notes
until rm /run/open.old 2>/dev/null; do sleep 0.02; done
END
link 2 S10a S20b S50old S60y S70z
parallel 2
eventually noted "start a"
eventually noted "start b"
open_gate a
never_within 200 noted "start old"
open_gate b
eventually noted "start old"
never_within 200 noted "start y"
open_gate old
eventually noted "start y"
eventually noted "start z"
open_gate y
open_gate z
finished
