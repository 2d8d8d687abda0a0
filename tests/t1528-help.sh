#!/bin/sh
# --help and --version answer anybody, on standard output.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
# shellcheck source=tests/shutdown.sh
. "${0%/*}/shutdown.sh"
rung_only
"$(tool_path shutdown)" --help >"$T/help"
grep -q '^Usage: shutdown' "$T/help"
"$(tool_path shutdown)" --version | grep -q '^shutdown (rung) [0-9]'
