#!/bin/sh
# Processes whose names look like lines of zombies, of other groups or of init deceive nobody: they get their KILL.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
put /sbin/family 755 <<'PROGRAM'
#!/bin/sh
for name in 'a) Z 1 1 1 (b' init ') X 0 0 '; do
	cp /bin/sleep "/tmp/$name"
	(trap "" TERM; exec "/tmp/$name" 1010) &
done
exec /bin/sleep 1001
PROGRAM
boot <<TABLE
id:3:initdefault:
f1:3:respawn:/sbin/family
r2:2:once:/sbin/note r2
TABLE
names() {
	inside pgrep -c -f '^/tmp/.* 1010' || :
}
all_there() {
	[ "$(names)" -eq 3 ]
}
eventually all_there
eventually runs "/bin/sleep 1001"
telinit -t 2 2
eventually not runs "/bin/sleep 1001"
# their leader is dead, they ignore SIGTERM: init looks who they are
never_within 1000 noted r2
equal "those in their grace time" "$(names)" 3
eventually noted r2
equal "those after it" "$(names)" 0
