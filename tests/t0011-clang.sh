#!/bin/sh
# It builds with clang, without a warning.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
need clang
make_it CC=clang
[ -x "$tree/init" ]
