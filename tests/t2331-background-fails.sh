#!/bin/sh
# A program that cannot be started in the background is told of, by a message and by 2.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
gives 2 --start --background --name foo --startas /opt/none
err_has "unable to start /opt/none (No such file or directory)"
gives 2 --start --background --exec /opt/foo --chdir /none
err_has "unable to chdir() to /none (No such file or directory)"
gives 2 --start --background --exec /opt/foo --output /none/output
err_has "unable to open '/none/output' (No such file or directory)"
equal "who runs" "$(spawned foo)" ''
