#!/bin/sh
# Without /etc/inittab, init runs sulogin --force on the console where there is one.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
file sbin/sulogin 755 <<'SCRIPT'
#!/bin/sh
echo "sulogin: $*"
exec agent
SCRIPT
qboot -n
eventually serial_has 'sulogin: --force'
guest 'true'
serial_has 'No inittab file found'
