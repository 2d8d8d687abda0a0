#!/bin/sh
# The power-off signal, 38 and SIGRTMIN+4, runs shutdown each time that it comes.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/shutdown 755 <<'END'
#!/bin/sh
note "shutdown $* $RUNLEVEL $(cat /proc/$PPID/comm)"
END
boot <<END
id:3:initdefault:
END
eventually in_level 3
count() {
	noted "shutdown -hP now 3 init" && [ "$(note_count "shutdown -hP now 3 init")" -ge "$1" ]
}
for n in 1 2 3; do
	signal 38
	eventually count "$n"
done
in_level 3
