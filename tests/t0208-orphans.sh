#!/bin/sh
# Orphans are reaped, whoever's children they were.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/family 755 <<'END'
#!/bin/sh
for n in 1 2 3 4 5; do (sleep 0.1 & exec true) & done
exec /bin/sleep 1001
END
boot <<END
id:3:initdefault:
a1:3:respawn:/sbin/family
a2:3:wait:/sbin/note a2
END
eventually noted a2
no_zombies() {
	children "$INIT_PID"
	for kid in $_kids; do alive "$kid" || return 1; done
	# the entry itself and nothing else is left
	equal_words "$_kids" 1
}
equal_words() {
	# shellcheck disable=SC2086
	set -- "$2" $1
	[ "$1" -eq $(($# - 1)) ]
}
eventually no_zombies
