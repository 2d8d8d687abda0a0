#!/bin/sh
# -n spares the processes of /run/sendsigs.omit.d, on which file systems may depend.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
put /sbin/server 755 <<'SCRIPT'
#!/bin/sh
# server NAME: says that it is there, whenever asked
trap "note told $1" TERM
echo $$ >"/run/$1.pid"
while :; do rm -f "/run/ask.$1"; sleep 0.02; done
SCRIPT
# shellcheck disable=SC2016
fake_unmounting '[ "${0##*/}" = umount ] || exit 0
for name in spared other; do
	: >/run/ask.$name
	sleep 0.3
	[ -e /run/ask.$name ] || note serves $name
done'
boot <<INITTAB
id:3:initdefault:
si::sysinit:/sbin/fake-unmounting
d1:3:once:/sbin/server spared
d2:3:once:/sbin/server other
INITTAB
[ -x "$R/sbin/killall5" ] || skip "no killall5"
eventually test -s "$R/run/spared.pid"
eventually test -s "$R/run/other.pid"
inside sh -c 'mkdir -p /run/sendsigs.omit.d && cp /run/spared.pid /run/sendsigs.omit.d/server'
inside shutdown -n -t 1 -r now </dev/null 2>"$T/said" || :
ended_by reboot
noted 'serves spared'
not noted 'serves other' || die "nobody was killed"
noted 'told other'
not noted 'told spared' || die "it was signalled"
