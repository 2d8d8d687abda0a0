#!/bin/sh
# The id ~~ may occur several times.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot -- S <<END
id:3:initdefault:
~~:S:wait:/sbin/note one
~~:S:wait:/sbin/gate two
END
eventually noted "gate two"
noted one
never_within 200 console_has duplicate
