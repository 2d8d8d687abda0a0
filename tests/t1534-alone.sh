#!/bin/sh
# -n ends the system without init: all processes are told, and killed, before file systems are unmounted.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
# shellcheck disable=SC2016
fake_unmounting 'echo "${0##*/} $*" >>/run/notes'
put /sbin/daemon 755 <<'SCRIPT'
#!/bin/sh
trap 'note told' TERM
note started
while :; do sleep 0.05; done
SCRIPT
boot <<INITTAB
id:3:initdefault:
si::sysinit:/sbin/fake-unmounting
d1:3:once:/sbin/daemon
l6:06:once:/sbin/note level 6
INITTAB
eventually noted started
inside shutdown -n -t 1 -r now </dev/null 2>"$T/said" || :
ended_by reboot
noted told
noted 'swapoff -a'
noted 'umount -a'
not noted 'level 6' || die "init has changed the level"
utmpdump "$R/var/log/wtmp" 2>/dev/null | grep -q '^\[1\] \[00000\] \[~~  \] \[shutdown\] \[~~ '
boot <<INITTAB
id:3:initdefault:
si::sysinit:/sbin/fake-unmounting
INITTAB
eventually in_level 3
inside shutdown -n -t 0 -h now </dev/null 2>"$T/said" || :
ended_by halt
