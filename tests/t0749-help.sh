#!/bin/sh
# telinit --help prints what it takes on standard output, for anyone, with status 0.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
END
inside telinit --help >"$T/help" 2>"$T/err"
equal "standard error" "$(cat "$T/err")" ""
for word in "Usage: telinit" -t -e --check --version --help INIT_; do
	grep -qF -e "$word" "$T/help" || die "$word is missing"
done
inside init --help | grep -q "^Usage: init "
inside setpriv --reuid 65534 --clear-groups true 2>/dev/null || exit 0
inside setpriv --reuid 65534 --clear-groups telinit --help | cmp - "$T/help"
