# shellcheck shell=sh
# tools.sh - what tests of the companion programs begin with: lib.sh, and whose programs they are.
#
# TOOLS	root folder whose sbin/shutdown, sbin/killall5, bin/pidof ... are under test; without it
#	the tree's.  init and telinit are INIT's in any case.
#
# boot puts them into /sbin inside; tool_path NAME is where one is outside.  rung_only means an extension
# of these programs.  What Debian's do otherwise is listed in deliberate-tools.txt.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"

rung_only() {
	[ -z "${TOOLS-}" ] || skip "an extension of rung"
}

# tool_path NAME: prints the file
tool_path() {
	if [ -z "${TOOLS-}" ]; then
		set -- "${INIT%/*}/$1"
	else
		set -- "$TOOLS/sbin/$1" "$TOOLS/bin/$1" "$TOOLS/usr/bin/$1" "$TOOLS/usr/sbin/$1"
	fi
	for _file in "$@"; do
		[ ! -x "$_file" ] || break
	done
	echo "$_file"
}

# apart COMMAND...: inside, in a session of its own, once setsid has gone.  A killall5 would stop setsid, nsenter would
# stop as its child has, and nobody inside continues nsenter.
apart() {
	# shellcheck disable=SC2016
	inside setsid -f sh -c '
		while read -r _ _ _ parent _ </proc/self/stat && [ "$parent" != 1 ]; do sleep 0.01; done
		exec "$@"' - "$@"
}
