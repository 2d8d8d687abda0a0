#!/bin/sh
# Without an inittab init says so and gives a shell on the console.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/sulogin 755 <<'END'
#!/bin/sh
echo "$*" | grep -q -e --force && /sbin/gate sulogin
END
boot --no-inittab
eventually console_has "No inittab file found"
eventually noted "gate sulogin"
