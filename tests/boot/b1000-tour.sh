#!/bin/sh
# Without a terminal, make boot plays its tour of a system in memory: a level, services, restart, end.
# limit: 300 s
# shellcheck source=tests/boot/lib.sh disable=SC2154
. "${0%/*}/lib.sh"
sh "$here/play" </dev/null >"$T/said" 2>&1 || { sed 's/^/# /' "$T/said" >&2; die "it failed"; }
for text in 'Entering runlevel: 2' '[ + ]  syslog' '2 3' 'system boot' 'Power down' 'tour: done'; do
	grep -qF -e "$text" "$T/said" || die "not seen: $text"
done
# two boots
[ "$(grep -c 'booting (rung' "$T/said")" -eq 2 ] || die "no restart"
! ROOT=floppy sh "$here/play" </dev/null >"$T/said" 2>&1 || die "any ROOT will do"
grep -qx 'play: ROOT=floppy: it is initramfs or ext4' "$T/said"
