# shellcheck shell=sh
# bootlogd.sh - what the tests of bootlogd begin with: lib.sh, and words.
#
# TOOLS	root folder with another bootlogd, as in ../tools.sh
# shellcheck source=tests/boot/lib.sh
. "${0%/*}/lib.sh"

if [ "${TOOLS-}" ]; then
	for f in "$TOOLS/sbin/bootlogd" "$TOOLS/usr/bin/readbootlog"; do
		cp -L "$f" "$root/sbin/"
		copy_libraries "$f"
	done
fi

rung_only()
{
	[ -z "${TOOLS-}" ] || skip "an extension of rung"
}

# boot_for_log [OPTION of qboot]...: boots with an agent on ttyS0, which is no program of the console
boot_for_log()
{
	qboot "$@" <<-'INITTAB'
		id:2:initdefault:
		si::sysinit:/sbin/mounts
		s2::sysinit:/bin/sh -c 'mkdir -p /dev/pts && mount -t devpts devpts /dev/pts'
		ag:2:respawn:/sbin/agent ttyS0
	INITTAB
}

# guest_log TEXT [FILE]: the log has it, sooner or later
guest_log()
{
	guest_eventually "grep -qF -e '$1' ${2:-/run/log}"
}
