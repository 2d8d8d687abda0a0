#!/bin/sh
# tty=NAME makes /dev/NAME the controlling terminal and descriptors 0 to 2; Ctrl-C works.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
put /sbin/shell 755 <<'END'
#!/bin/sh
trap "note int" INT
note "fds $(readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2 | tr '\n' ' ')"
echo hello >/dev/tty && note tty
read -r line && note "read $line"
while :; do sleep 0.05; done
END
boot <<END
id:3:initdefault:
a1:3:respawn,tty=console:/sbin/shell
END
eventually noted "fds /dev/console /dev/console /dev/console "
eventually noted tty
eventually console_has hello
type_text 'some words\n'
eventually noted "read some words"
interrupted() {
	type_text '\003'
	noted int
}
eventually interrupted
old=$(pid_of a1) && kill -KILL "$old"
eventually new_pid a1 "$old"
twice() {
	[ "$(note_count tty)" -eq 2 ]
}
eventually twice
