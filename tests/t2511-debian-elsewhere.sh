#!/bin/sh
# In a chroot or container, under systemd and with DPKG_ROOT the package installs, and leaves process 1 alone; one made for another release refuses.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/debian/lib.sh
. "${0%/*}/debian/lib.sh"
boot_debian

untouched() {
	! is_rung /proc/1/exe || die "$1: process 1 was changed"
	is_rung /sbin/init || die "$1: rung is not installed"
	equal "the processes" "$(pids)" "$had"
}

# a chroot with its own /proc, and the machine's /run, as builders of images have
# shellcheck disable=SC2016
inside sh -c 'mkdir /mnt/layer && mount -t tmpfs layer /mnt/layer && cd /mnt/layer && mkdir new up work &&
	mount -t overlay -o "lowerdir=$1,upperdir=up,workdir=work" system new || exit
	mount --bind /proc new/proc && mount --bind /run new/run && mount --bind /dev new/dev &&
	cp /root/rung.deb new/root/' - / >"$T/out" 2>&1 || { show mount <"$T/out"; die "no chroot"; }
inside chroot /mnt/layer/new dpkg --install /root/rung.deb >"$T/dpkg" 2>&1 || die "no installation in a chroot"
! is_rung /sbin/init || die "rung is in the wrong place"
! is_rung /proc/1/exe || die "process 1 was changed from a chroot"
is_rung /mnt/layer/new/usr/sbin/init
inside chroot /mnt/layer/new dpkg --remove rung >"$T/dpkg" 2>&1 || die "no removal in a chroot"
! is_rung /mnt/layer/new/usr/sbin/init || die "rung is in the wrong place"
equal "the processes" "$(pids)" "$had"

# systemd runs, as its folder says
inside mkdir -p /run/systemd/system
dpkg --install /root/rung.deb
untouched systemd
dpkg --remove rung
inside rm -r /run/systemd

# another process 1: a container
inside unshare --fork --pid --mount-proc dpkg --install /root/rung.deb >"$T/dpkg" 2>&1 || die "no installation in a container"
untouched "a container"
dpkg --remove rung

# another root than this one
inside env DPKG_ROOT=/mnt/layer/new sh -c 'cd /root && dpkg-deb -e rung.deb control && sh control/postinst configure'
! is_rung /proc/1/exe || die "process 1 was changed with DPKG_ROOT"

# for another release
[ "$prefix" ] && other='' || other=/usr
build "$other"
put /root/other.deb <"$deb"
! inside dpkg --install /root/other.deb >"$T/dpkg" 2>&1 || die "a package for another release was installed"
grep -q "made for systems whose init is $other/sbin/init" "$T/dpkg"
all_are classic
equal "diversions" "$(inside dpkg-divert --list | grep rung || :)" ''
