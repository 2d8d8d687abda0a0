#!/bin/sh
# Assignments, keywords, groups and builtins begin commands that a shell understands.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /etc/script <<'END'
note sourced
END
boot <<END
id:3:initdefault:
a1:3:wait:X=1 /sbin/showenv a1
a2:3:wait:if true; then /sbin/note keyword; fi
a3:3:wait:(/sbin/note subshell)
a4:3:wait:{ /sbin/note group; }
a5:3:wait:. /etc/script >/dev/null
a6:3:wait:cd /tmp && /sbin/note cd
a7:3:wait:/sbin/note "quoted; && || text"
a8:3:wait:exec /sbin/note exec "x"
a9:3:wait:! /sbin/note bang
b1:3:wait:for x in 1 2; do /sbin/note loop \$x; done
b2:3:wait:/sbin/note last >/dev/null
END
eventually noted last
for text in keyword subshell group sourced cd "quoted; && || text" "exec x" bang "loop 2"; do
	noted "$text" || die "did not run: $text"
done
env_has a1 X=1
