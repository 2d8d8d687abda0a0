# shellcheck shell=sh
# lib.sh - what tests of the Debian package, family t25, begin with, after the other lib.sh.
#
# boot starts Debian's own init in Debian's own system, see root, with a throwaway layer over it.
# Variables: deb, the package of rung as this tree makes it; prefix, where that Debian's packages have their programs, empty or /usr.
# From the caller: SUITE, another release, see root.
system=${RUNG_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/rung}/debian${SUITE:+-$SUITE}/root
rung_only
[ "$(id -u)" -eq 0 ] || skip "only root can lay a layer over Debian's system"
[ -f "$system/../version" ] || skip "no $system (tests/setup makes it)"
# shellcheck disable=SC2034,SC2154
INIT=$system/sbin/init
patience=$((patience * 3))	# dpkg writes a lot

fixtures() {
	:	# /sbin is a link there
}

prefix=/usr
! grep -qx /sbin/killall5 "$system/var/lib/dpkg/info/sysvinit-utils.list" || prefix=

# build PREFIX: the tree is what make has built; other tests build packages beside this one
build() {
	exec 5>"$system/../deb.lock"
	flock 5
	# shellcheck disable=SC2154
	DEBIAN_PREFIX=$1 "$here/../packaging/debian/build" "$T" >"$T/errors" 2>&1 || die "no package"
	exec 5>&-
}
build "${DEBIAN_PREFIX-$prefix}"
for deb in "$T"/rung_*.deb; do :; done

# boot_debian: Debian's init, some processes to lose, and the package in /root/rung.deb
boot_debian() {
	boot --system "$system" <<-END
		id:2:initdefault:
		w1:2:wait:/bin/true
		r1:2:respawn:/bin/sleep 1001
		r2:23:respawn:/bin/sleep 1002
		o1:2:once:/bin/sleep 1003
		b1::boot:/bin/sleep 1004
	END
	for id in r1 r2 o1 b1; do
		eventually running "$id"
	done
	put /root/rung.deb <"$deb"
	had=$(pids)
}

pids() {
	for id in r1 r2 o1 b1; do
		echo "$id $(pid_of "$id")"
	done
}

# dpkg ARGUMENT...: inside, without a question
dpkg() {
	inside env DEBIAN_FRONTEND=noninteractive DPKG_MAINTSCRIPT_DEBUG= dpkg --force-unsafe-io "$@" >"$T/dpkg" 2>&1 || {
		show dpkg <"$T/dpkg"
		return 1
	}
}

is_rung() {
	grep -q RUNG_VERSION "$R$1"
}

# all_are rung|classic: process 1 and each program; nothing was restarted
all_are() {
	for program in /proc/1/exe /sbin/init /sbin/telinit /sbin/shutdown /sbin/halt /sbin/poweroff \
		/sbin/reboot /sbin/runlevel /sbin/killall5 /sbin/fstab-decode /bin/pidof; do
		what=classic
		! inside grep -q rung "$program" || what=rung
		equal "$program" "$what" "$1"
	done
	equal "the processes" "$(pids)" "$had"
}

# whole: every program is there, all of it, Debian's or rung's, and the machine boots
whole() {
	[ -s "$T/sums" ] || {
		command dpkg-deb -x "$deb" "$T/ours"
		md5sum "$system"/usr/sbin/* "$system"/usr/bin/* "$T/ours$prefix"/sbin/* "$T/ours$prefix"/bin/* |
			cut -d ' ' -f 1 >"$T/sums"
	} 2>/dev/null
	# shellcheck disable=SC2016
	inside sh -c 'for p in init telinit shutdown halt poweroff reboot runlevel killall5 fstab-decode pidof; do
			p=$(command -v "$p") && [ -x "$p" ] && md5sum "$p" || exit
		done' >"$T/programs" || die "not all programs are there"
	while read -r sum program; do
		grep -q "$sum" "$T/sums" || die "$program is not whole"
	done <"$T/programs"
	inside /sbin/init --version | grep -q 'SysV init version' || die "init does not answer"
	alive "$INIT_PID" || die "process 1 is gone"
}
