# shellcheck shell=sh
# shifted.sh - time that passes at once, for tests of minutes and hours; sourced after lib.sh.
#
# boot_shifted takes what boot takes.  later SECONDS makes so many seconds pass.

boot_shifted() {
	command -v cc >/dev/null || skip "no compiler"
	! grep -q __asan_init "$INIT" || skip "nothing can be preloaded into a build with ASan"
	# shellcheck disable=SC2154
	cc -shared -fPIC -O1 -o "$T/shifted.so" "$here/shifted.c" 2>"$T/errors" ||
		skip "no shared libraries here"
	put /sbin/shifted.so <"$T/shifted.so"
	shifted=0
	boot --env LD_PRELOAD=/sbin/shifted.so "$@"
	grep -q shifted.so "/proc/$INIT_PID/maps" || skip "nothing can be preloaded into a static init"
}

later() {
	shifted=$((shifted + $1))
	echo "$shifted" >"$R/run/shift.new"
	mv "$R/run/shift.new" "$R/run/shift"
	signal ALRM	# to look at the clock
}
