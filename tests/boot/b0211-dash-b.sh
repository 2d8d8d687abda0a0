#!/bin/sh
# With -b on the kernel's command line, where there is no sulogin, a shell comes before everything else.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot -a '-- -b' <<INITTAB
id:2:initdefault:
si::sysinit:/bin/busybox echo boot went on
INITTAB
eventually serial_has '# '
type 'echo $((6 * 7)) first'
eventually serial_has '42 first'
! serial_has 'boot went on' || die "the boot did not wait"
type exit
eventually serial_has 'boot went on'
