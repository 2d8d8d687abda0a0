#!/bin/sh
# Thirty times telinit u of the real PID 1 while children die: none is lost.
# limit: 200 s
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/boot.sh
. "${0%/*}/../survival/boot.sh"
helper mortal immortal
helper assail acted
crash_table >"$T/table"
qboot <"$T/table"
assailed 30 upgrade
