#!/bin/sh
# Without /etc/inittab, init says so and offers a shell on the console.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot -n
eventually serial_has '# '
type 'echo still $((6 * 7)) alive'
eventually serial_has 'still 42 alive'
serial_has 'No inittab file found'
alive
