#!/bin/sh
# A hundred crashes of the real PID 1 by signals: no panic, no child lost, the kernel log has them.
# limit: 200 s
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/boot.sh
. "${0%/*}/../survival/boot.sh"
helper mortal immortal
helper assail acted
crash_table >"$T/table"
qboot <"$T/table"
assailed 100 kill
guest 'dmesg | grep "init crashed: signal [0-9]* at address 0x0, crash 1 since the boot"' || die "not in the kernel log"
serial_has 'crash 1 since the boot' || die "not on the console"
