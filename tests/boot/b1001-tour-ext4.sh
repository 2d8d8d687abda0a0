#!/bin/sh
# make boot ROOT=ext4 checks its disk, lets it be written to, keeps a file, and leaves the disk clean.
# limit: 300 s
# shellcheck source=tests/boot/lib.sh disable=SC2154
. "${0%/*}/lib.sh"
ROOT=ext4 sh "$here/play" </dev/null >"$T/said" 2>&1 || { sed 's/^/# /' "$T/said" >&2; die "it failed"; }
[ "$(grep -c '^/dev/nvme0n1: clean' "$T/said")" -eq 2 ] || die "the disk was not clean, or not checked"
grep -q '^tour: done' "$T/said"
