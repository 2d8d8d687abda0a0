#!/bin/sh
# The initscript gets id, levels and process byte by byte, whatever bytes they are.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /etc/initscript <<'END'
printf '<%s>' "$@" >>/run/args
eval exec "$4"
END
tab=$(printf '\t') odd=$(printf '\302\205\033')
boot <<END
id:3:initdefault:
a${tab}1:3x${tab}:once:/sbin/note a${tab}1 '$odd'
END
eventually noted "a 1 $odd"
equal arguments "$(cat "$R/run/args")" "<a${tab}1><3x${tab}><once></sbin/note a${tab}1 '$odd'>"
