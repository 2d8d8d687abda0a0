#!/bin/sh
# With the getty of BusyBox, who, last and w are right after login, logout and hang-up of a serial line.
# limit: 200 s
# shellcheck source=tests/boot/lib.sh disable=SC2016,SC2154
. "${0%/*}/lib.sh"
# shellcheck source=tests/boot/system.sh
. "$here/system.sh"
# shellcheck source=tests/boot/getty.sh
. "$here/getty.sh"
make_system
cycle '/sbin/getty -l /sbin/login -L 115200 ttyS1 vt100'
