#!/bin/sh
# fstab-decode --help and --version say what they should, and run nothing.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
decode=$(tool_path fstab-decode)
equal help "$("$decode" --help)" 'Usage: fstab-decode COMMAND [ARGUMENT]...'
equal version "$("$decode" --version)" "fstab-decode (rung) $(cat "$here/../VERSION")"
