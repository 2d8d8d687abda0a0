#!/bin/sh
# --help and --version of halt, poweroff and reboot answer anybody; a name that begins with - loses that.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
"$(tool_path halt)" --help | grep -q '^Usage: halt'
"$(tool_path halt)" --version | grep -q '^halt (rung) [0-9]'
cp "$(tool_path halt)" "$T/-reboot"
"$T/-reboot" --help | grep -q '^Usage: reboot'
