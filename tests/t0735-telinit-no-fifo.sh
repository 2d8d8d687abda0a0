#!/bin/sh
# telinit does not write to what is no FIFO: it fails and says why.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
eventually test -p "$R/run/initctl"
echo kept >"$R/run/file"
mv "$R/run/file" "$R/run/initctl"
status=0
said=$(telinit 4 2>&1) || status=$?
equal "exit status" "$status" 1
case $said in
"telinit: /run/initctl"?*) ;;
*) die "it says: $said" ;;
esac
equal "the file" "$(cat "$R/run/initctl")" kept
in_level 3
