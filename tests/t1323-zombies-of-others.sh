#!/bin/sh
# Zombies whose own parent never waits for them hold up nothing.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/fault/lib.sh
. "${0%/*}/fault/lib.sh"
put /sbin/neglect 755 <<'PROGRAM'
#!/bin/sh
/sbin/harm negligent &
echo neglect >>/run/notes
wait
PROGRAM
boot <<TABLE
id:3:initdefault:
$(pulse_lines)
ne:3:respawn:/sbin/neglect
r2:2:respawn:/bin/sleep 1006
TABLE
eventually running a1
eventually noted neglect
zombie() {
	inside pgrep -x -r Z harm >/dev/null
}
eventually zombie
telinit -t 2 2
pulse a
pulse b
eventually running r2
zombie || die "the zombie has gone: this proves nothing"
