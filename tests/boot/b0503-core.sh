#!/bin/sh
# A crash of the real PID 1 leaves a core file where its core limit allows one.
# limit: 200 s
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/boot.sh
. "${0%/*}/../survival/boot.sh"
helper mortal immortal
helper assail acted
crash_table >"$T/table"
qboot <"$T/table"
assailed 1 core
guest_eventually 'ls /core* && head -c 4 /core* | grep -q ELF'
