#!/bin/sh
# doc/from-sysvinit.md has one line for each deliberate difference, tied to its test, and no other.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
page=$here/../doc/from-sysvinit.md
"$here/differences" >"$T/wanted"
[ "$(grep -c '^| t[0-9]' "$T/wanted")" -gt 100 ] || die "few differences"
sed -n '/^## Deliberate differences/,$p' "$page" | sed '1,3d' >"$T/got"
diff "$T/got" "$T/wanted" >"$T/difference" || {
	sed 's/^/# /' "$T/difference"
	die "the page (<) is not what the lists say (>); tests/differences update"
}
# the scripts that the page names
for script in devices bootmisc modules klog ssh urandom swap; do
	[ -f "$here/../etc/init.d/$script" ] || die "no $script"
done
