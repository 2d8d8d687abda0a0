#!/bin/sh
# The pid file is 0644 whatever the umask, outside a chroot, and never a file that has another name too.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
inside sh -c 'umask 0 && /sbin/ssd --start --startas /bin/true --name none -m -p /run/open.pid'
equal mode "$(inside stat -c %a /run/open.pid)" 644
echo "as it was" | put /run/secret
inside ln /run/secret /run/hard.pid
gives 2 --start --startas /bin/true --name none -m -p /run/hard.pid
err_has "unable to write pidfile '/run/hard.pid': it is a hard link"
equal "the other file" "$(cat "$R/run/secret")" "as it was"
inside sh -c 'mkdir -p /run/jail/run /run/jail/bin && cp /usr/bin/busybox /run/jail/bin/sh' 2>/dev/null || skip "no busybox"
gives 0 --start --startas /bin/sh --name none --chroot /run/jail -m -p /run/jailed.pid -- -c 'exit 0'
[ -s "$R/run/jailed.pid" ] || die "no pid file outside"
[ ! -e "$R/run/jail/run/jailed.pid" ] || die "there is one inside"
