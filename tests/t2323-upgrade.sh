#!/bin/sh
# A daemon whose program file was replaced by an upgrade is still found by --exec.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
p=$(spawn /opt/foo 1001)
inside cp /opt/bar /opt/foo.new
inside mv /opt/foo.new /opt/foo
gives 0 --status --exec /opt/foo
gives 1 --start --exec /opt/foo
out_is "/opt/foo already running."
new=$(spawn /opt/foo 1002)
gives 0 --stop --exec /opt/foo --retry 20
gone "$p" || die "the old one runs still"
gone "$new" || die "the new one runs still"
# another program whose file is gone is none of it
p=$(spawn /opt/bar 1003)
inside rm /opt/bar
gives 3 --status --exec /opt/foo
gives 4 --status --exec /opt/bar
# nor is one whose file has another name now
inside cp /opt/foo /opt/bar
q=$(spawn /opt/foo 1004)
inside mv /opt/foo /opt/old
inside cp /opt/old /opt/foo
gives 3 --status --exec /opt/foo
gives 0 --status --exec /opt/old
gives 0 --status --pid "$p" --exec /opt/bar
gives 3 --status --pid "$q" --exec /opt/bar
