#!/bin/sh
# pidof looks up no path of another process's: it reads links below /proc, and goes not where they lead.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
command -v strace >/dev/null || skip "no strace"
boot <<'END'
id:3:initdefault:
END
eventually in_level 3
mkdir "$R/tmp/foreign"
cp /bin/sleep "$R/tmp/foreign/program"
inside setsid -f /tmp/foreign/program 3001
found() {
	inside pidof program >/dev/null
}
eventually found
inside strace -f -o /run/trace -e trace=%file pidof -c program >/dev/null
grep -q 'readlink.*exe", "/tmp/foreign/program' "$R/run/trace"
grep -v 'readlink.*exe"' "$R/run/trace" >"$T/others"
not grep foreign "$T/others"
# nor through the links
not grep -E '(open|stat|access)[a-z0-9]*\(.*/(exe|cwd|root)"' "$R/run/trace"
