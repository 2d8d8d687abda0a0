#!/bin/sh
# It builds without optimization, and with all of it, without a warning.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
make_it CFLAGS=-O0
"$tree/init" --version >"$T/version"
# other flags: everything anew
make_it CFLAGS='-O3 -g'
"$tree/init" --version | cmp - "$T/version"
readelf -SW "$tree/init" | grep -q debug_info
