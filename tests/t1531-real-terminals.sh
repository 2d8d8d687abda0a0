#!/bin/sh
# Messages go to terminals only, whatever utmp names: no files, no other devices, nothing outside of /dev.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
boot_levels
inside sh -c 'echo kept >/run/file; echo kept >/dev/file; ln -s console /dev/linked'
if inside mknod /dev/twice c 4 63 2>/dev/null; then inside ln /dev/twice /dev/other; fi
log_in alice ../run/file
log_in alice file
log_in alice null
log_in alice linked
log_in alice twice
log_in alice pts/../../run/file
log_in '' console
log_in bob /dev/console
inside strace -f -o /run/trace -e trace=openat,open shutdown -r +9 ring ring </dev/null >"$T/said" 2>&1 &
eventually console_has 'ring ring'
equal "how often on the console" "$(console_count 'ring ring')" 1
equal "the files" "$(cat "$R/run/file" "$R/dev/file")" "kept
kept"
! grep -e twice -e run/file -e dev/file "$R/run/trace"
