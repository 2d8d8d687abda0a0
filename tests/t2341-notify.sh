#!/bin/sh
# --notify-await returns when the program has said that it is ready, and gives 2 when it fails or takes too long.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
command -v socat >/dev/null || skip "no socat"
tells 0 20 pause READY=1
lasts 1500 15000
tells 0 20 'STATUS=starting\n' 'READY=0\n' 'X=1\nREADY=1\nY=2\n'
tells 2 20 'ERRNO=2\n'
err_has "program failed to initialize (No such file or directory)"
tells 2 20 ERRNO=0
err_has "program failed to initialize"
tells 2 1 READY=0
err_has "timed out waiting for a notification"
lasts 1000 15000
# without it nobody waits, and without --background there is nothing to wait for
gives 0 --start --background --startas /opt/teller --name none -- pause
gives 0 --start --startas /bin/echo --name none --notify-await -- started
out_is started
