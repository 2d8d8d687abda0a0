#!/bin/sh
# killall5 mounts /proc when it is not there.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
END
eventually running a1
apart unshare --mount sh -c 'umount -l /proc && killall5 -15 && [ -e /proc/1/stat ] && note mounted'
eventually noted mounted
eventually not running a1
