#!/bin/sh
# The companion programs inside are those under test.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<END
id:3:initdefault:
END
eventually in_level 3
for program in halt runlevel; do
	cmp "$(tool_path $program)" "$R/sbin/$program"
done
