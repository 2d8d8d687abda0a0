#!/bin/sh
# auto and name=value of the kernel's command line reach the environment of children; foreign words do no harm.
# shellcheck source=tests/boot/lib.sh disable=SC2016
. "${0%/*}/lib.sh"
qboot -a 'auto colour=green quux -z aaaaaaaaaaaaaaaa' <<INITTAB
id:2:initdefault:
si::sysinit:/sbin/mounts
ag:2:respawn:/sbin/agent
INITTAB
expect 'YES green 2' guest 'echo $AUTOBOOT $colour $RUNLEVEL'
expect '/ linux /sbin:/usr/sbin:/bin:/usr/bin /bin/sh /dev/console' \
	guest 'echo $HOME $TERM $PATH $SHELL $CONSOLE'
guest 'case $INIT_VERSION in sysvinit-*) ;; *) false ;; esac'
