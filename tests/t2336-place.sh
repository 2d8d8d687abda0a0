#!/bin/sh
# --chdir and --chroot: the program starts in that directory of that root, by default in /.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
gives 0 --start --exec /bin/pwd
out_is /
gives 0 --start --exec /bin/pwd --chdir /tmp
out_is /tmp
inside mkdir -p /run/jail/bin /run/jail/sub
inside cp /usr/bin/busybox /run/jail/bin/pwd || skip "no busybox"
inside chroot /run/jail /bin/pwd >"$T/out" 2>&1 || skip "no static busybox"
gives 0 --start --exec /bin/pwd --chroot /run/jail
out_is /
gives 0 --start --exec /bin/pwd --chroot /run/jail -d /sub
out_is /sub
gives 0 --start --exec bin/pwd -r /run/jail
out_is /
gives 2 --start --exec /bin/pwd --chdir /none
err_has "unable to chdir() to /none (No such file or directory)"
gives 2 --start --exec /bin/pwd --chroot /none
err_has "unable to stat /none//bin/pwd (No such file or directory)"
gives 2 --start --name none --startas /bin/pwd --chroot /none
err_has /none
gives 2 --start --exec /bin/ls --chroot /run/jail
err_has "unable to stat /run/jail//bin/ls (No such file or directory)"
