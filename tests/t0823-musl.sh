#!/bin/sh
# A static build with musl, whose own utmp functions do nothing, writes the same bytes.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
command -v musl-gcc >/dev/null || skip "no musl-gcc"
mkdir "$T/src"
(cd "$here/.." && cp -R -- *.c *.h *.sh VERSION Makefile cmd "$T/src")
rm -f "$T/src/cmd"/*.o
make -C "$T/src" STATIC=1 CC=musl-gcc CFLAGS=-O0 init >"$T/make" 2>&1 ||
	{ show make <"$T/make"; die "it does not build"; }
INIT=$T/src/init "$here/t0801-bytes.sh" >"$T/said" || {
	status=$?
	cat "$T/said"
	exit "$status"
}
grep -q '^ok 1 ' "$T/said"
