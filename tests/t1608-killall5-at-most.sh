#!/bin/sh
# killall5 -15 waits 900 ms, no longer, for a target that does not go.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/sbin/stubborn 1
END
eventually noted "stubborn 1"
uptime_ms
began=$now
inside killall5 -15
uptime_ms
took=$((now - began))
running a1
[ "$took" -ge 890 ] || die "it waited $took ms"
[ "$took" -lt 3000 ] || die "it waited $took ms"
