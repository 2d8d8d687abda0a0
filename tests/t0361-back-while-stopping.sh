#!/bin/sh
# A level that is asked for again while its entries are still being stopped starts them anew.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/slow 755 <<'END'
#!/bin/sh
trap 'sleep 0.5; note ended; exit' TERM
note slow
while :; do sleep 0.05; done
END
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/slow
END
eventually noted slow
telinit 2
eventually console_has "the TERM signal"	# before that nothing is being stopped
telinit 3
eventually noted_times 2 slow
equal order "$(tr '\n' ' ' <"$R/run/notes")" "slow ended slow "
eventually noted_times 2 slow
equal "processes of a1" "$(pids_of a1 | wc -l)" 1
