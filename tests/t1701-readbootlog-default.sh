#!/bin/sh
# readbootlog reads /var/log/boot by default, and ends with 1 if it cannot be opened.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
END
eventually in_level 3
status=0
inside readbootlog >"$T/got" 2>"$T/errors" || status=$?
equal "status without a log" "$status" 1
grep -q /var/log/boot "$T/errors"
[ ! -s "$T/got" ]
echo 'Mon Jan  1 00:00:00 2024: text' | put /var/log/boot
equal "the default" "$(inside readbootlog)" 'Mon Jan  1 00:00:00 2024: text'
