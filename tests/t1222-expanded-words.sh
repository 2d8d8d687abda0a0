#!/bin/sh
# Variables, with a default or without, reach one simple command; the shell is gone when it runs.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/stays 755 <<'END'
#!/bin/sh
echo "$*, child of $PPID" >>/run/notes
exec sleep 1001
END
boot <<'END'
id:3:initdefault:
a1:3:once:/sbin/stays a1 ${RUNLEVEL} ${NOBODY:-default}
a2:3:once:/sbin/stays a2 "${RUNLEVEL:+x y}" '${RUNLEVEL}'
a3:3:once:/sbin/stays a3 ${NOBODY:-`echo inner`}; /sbin/note a3 done
END
eventually noted 'a1 3 default, child of 1'
# shellcheck disable=SC2016
eventually noted 'a2 x y ${RUNLEVEL}, child of 1'
eventually grep -q '^a3 inner, child of [0-9]' "$R/run/notes"
never_within 100 noted 'a3 done'
