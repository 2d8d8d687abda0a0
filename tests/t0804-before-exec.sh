#!/bin/sh
# The program of an entry finds its own utmp record from its first moment on.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/records.sh
. "${0%/*}/records.sh"
put /sbin/look 755 <<'END'
#!/bin/sh
exec >/run/seen.new
utmpdump /run/utmp 2>/dev/null
echo "pid $$"
mv /run/seen.new /run/seen
END
boot <<END
id:3:initdefault:
a1:3:once:/sbin/look
END
eventually test -e "$R/run/seen"
pid=$(sed -n 's/^pid //p' "$R/run/seen")
grep -q "^\\[5\\] \\[0*$pid\\] \\[a1  \\]" "$R/run/seen"
