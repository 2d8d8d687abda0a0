#!/bin/sh
# It builds with musl, dynamic, without a warning.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
need musl-gcc
make_it CC=musl-gcc
readelf -lW "$tree/init" | grep -q 'interpreter: .*musl'
