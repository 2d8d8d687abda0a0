#!/bin/sh
# killall5 tells its usage and its version, and signals nobody then.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
killall5=$(tool_path killall5)
equal help "$("$killall5" --help | head -n 1)" 'usage: killall5 -signum [-o omitpid] [-o omitpid] ...'
equal version "$("$killall5" --version)" "killall5 (rung) $(cat "$here/../VERSION")"
