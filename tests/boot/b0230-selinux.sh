#!/bin/sh
# With SELinux switched on, its policy is loaded once, before anything is started, and init executes itself.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
echo SELINUX=permissive | file etc/selinux/config
# what counts is that it is run, and what it says
file sbin/load_policy 755 <<'END'
#!/bin/sh
echo "load_policy $*, parent $PPID"
END
qboot -a 'security=selinux single' <<INITTAB
id:2:initdefault:
si::sysinit:/bin/sh -c "echo the first entry; /sbin/mounts"
ag:S:respawn:/sbin/agent
INITTAB
expect 'N S' guest 'echo $PREVLEVEL $RUNLEVEL'
expect '' guest 'echo $SELINUX_INIT'
[ "$(grep -c 'load_policy -i, parent 1' "$T/serial")" = 1 ] || die "load_policy did not run once"
sed '/load_policy/,$d' "$T/serial" | grep 'the first entry' && die "an entry ran before it"
# the exec was a new beginning: there is no second boot, and no process is left
[ "$(grep -c 'booting (rung' "$T/serial")" = 1 ] || die "init booted twice"
# later ones, too, are of an init that has its policy
guest 'telinit u'
guest_eventually 'dmesg | grep reloading || telinit q'
[ "$(grep -c 'load_policy -i' "$T/serial")" = 1 ] || die "telinit u loaded it again"
