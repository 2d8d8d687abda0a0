#!/bin/sh
# A loop by way of what nobody provides is no loop.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
script a Required-Start=b X-Start-Before=absent
script b Should-Start=absent
works insserv a b
equal said "$(cat "$T/said")" ''
equal links "$(farm 2 | tr '\n' ' ')" 'rc2.d S01b rc2.d S02a '
