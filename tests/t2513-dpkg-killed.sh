#!/bin/sh
# Whichever rename or removal of a file of dpkg's own is its last, the machine boots, and to do it again completes it.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/debian/lib.sh
. "${0%/*}/debian/lib.sh"
command -v strace >/dev/null || skip "no strace"
boot_debian

# dying_at N CALL ARGUMENT of dpkg...: dpkg is killed at its Nth call; true if there are so many
dying_at() {
	number=$1 call=$2
	shift 2
	set -- env -i PATH=/sbin:/usr/sbin:/bin:/usr/bin DEBIAN_FRONTEND=noninteractive dpkg --force-unsafe-io "$@"
	set -- nsenter -t "$INIT_PID" --mount --uts --ipc --net --cgroup --pid --no-fork "$@"
	strace -qq -o "$T/strace" -e "trace=$call" -e "inject=$call:signal=KILL:when=$number" "$@" \
		>"$T/dpkg" 2>&1 && return 1
	grep -q 'killed by SIGKILL' "$T/strace"
}

killed=0
for call in rename unlink; do
	for number in 1 2 4 7 11 16 25 40 60; do
		for what in "rung --install /root/rung.deb" "rung --install /root/rung.deb" "classic --remove rung"; do
			# shellcheck disable=SC2086
			set -- $what
			wanted=$1
			shift
			if dying_at "$number" "$call" "$@"; then
				killed=$((killed + 1))
				whole
			fi
			dpkg "$@" || die "$call $number: dpkg $* did not complete what was cut short"
			all_are "$wanted"
		done
	done
done
echo "# killed $killed times"
[ "$killed" -gt 20 ]
