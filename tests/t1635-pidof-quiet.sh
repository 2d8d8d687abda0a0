#!/bin/sh
# pidof -q prints nothing, and tells by its status.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
END
eventually running a1
equal "what -q prints" "$(inside pidof -q sleep)" ''
inside pidof -q sleep
status=0
inside pidof -q none || status=$?
equal "status when nobody was found" "$status" 1
