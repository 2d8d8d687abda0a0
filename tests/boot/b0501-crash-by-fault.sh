#!/bin/sh
# Real faults at random instructions of the real PID 1, also while it starts a child or handles a fault: no panic, no child lost.
# limit: 200 s
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/boot.sh
. "${0%/*}/../survival/boot.sh"
helper mortal immortal
helper assail acted
crash_table >"$T/table"
qboot <"$T/table"
assailed 60 fault spawn read twice overflow abort
