#!/bin/sh
# A new level starts its entries after those of the old one have ended.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/slow 755 <<'END'
#!/bin/sh
trap 'sleep 0.3; note slow ended; exit' TERM
note slow
while :; do sleep 0.05; done
END
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/slow
a2:2:once:/sbin/note a2
END
eventually noted slow
telinit 2
eventually noted a2
equal order "$(tr '\n' ' ' <"$R/run/notes")" "slow slow ended a2 "
