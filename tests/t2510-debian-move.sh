#!/bin/sh
# Debian's package makes the running sysvinit rung, and its removal the sysvinit again; no process is restarted.
# limit: 300 s
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/debian/lib.sh
. "${0%/*}/debian/lib.sh"
boot_debian
files() {
	inside sh -c 'find /sbin/ /bin/ /usr/share ! -type d \( -newer /etc/hostname -o -name "*.sysvinit*" -o -name "*rung*" \) |
		grep -v "^/usr/share/info"; dpkg-divert --list "*rung*"; dpkg-query -S '"$prefix/sbin/init"
}
before=$(files)
all_are classic

dpkg --install /root/rung.deb
all_are rung
inside telinit q
inside init.sysvinit q
equal "the level" "$(inside runlevel)" "N 2"
inside /sbin/init.sysvinit --version >"$T/version"
grep -q 'SysV init version' "$T/version"
! grep -q rung "$T/version" || die "the original is not there"
inside test -x /bin/initctl
! inside test -e /sbin/initctl || die "Debian's scripts will take /sbin/initctl for upstart's"
equal "an audit" "$(inside dpkg --audit)" ''
equal "a check of what depends on what" "$(inside apt-get check -qq 2>&1)" ''

# rung to rung
dpkg --install /root/rung.deb
all_are rung

# it can be removed and come again
for _ in 1 2; do
	dpkg --remove rung
	all_are classic
	equal "what is left" "$(files)" "$before"
	dpkg --install /root/rung.deb
	all_are rung
done
dpkg --purge rung
all_are classic
equal "what is left" "$(files)" "$before"
equal "an audit" "$(inside dpkg --audit)" ''
old=$(pid_of r1)
kill "$old"
eventually new_pid r1 "$old"
