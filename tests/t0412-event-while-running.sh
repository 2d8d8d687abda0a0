#!/bin/sh
# An event does not start a second process of an entry that still runs.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
boot <<END
id:3:initdefault:
ca::ctrlaltdel:/sbin/gate ca
END
eventually in_level 3
signal INT
eventually noted "gate ca"
signal INT
never_within 200 not noted_times 1 "gate ca"
