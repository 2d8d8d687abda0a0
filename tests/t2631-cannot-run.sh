#!/bin/sh
# A script that cannot be executed fails and says why; one without an interpreter is the shell's; others go on.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
boot_services
put /etc/init.d/lost 755 <<'END'
#!/nonexistent/interpreter
END
printf '#!/bin/sh\r\necho\r\n' | put /etc/init.d/dos 755
put /etc/init.d/plain 755 <<'END'
echo "$1 plain $0" >>/run/notes
END
put /etc/init.d/empty 755 </dev/null
put /etc/init.d/denied 755 <<'END'
#!/etc/init.d
END
put /etc/init.d/read.sh 644 <<'END'
echo "$1 read $0" >>/run/notes
END
noter last
link 2 S01lost S01dos S02plain S03empty S04denied S05read.sh S06last
inside rcrun 2 >"$T/out" 2>&1
out_has "start lost: status 127"
out_has '	/etc/rc2.d/S01lost:1: interpreter "/nonexistent/interpreter": No such file or directory'
out_has '	/etc/rc2.d/S01dos:1: interpreter "/bin/sh": No such file or directory: the line ends with CR LF'
out_has "start denied: status 126"
out_has '	/etc/rc2.d/S04denied:1: interpreter "/etc/init.d": Permission denied'
out_has "start empty"
notes_are "start plain /etc/rc2.d/S02plain" "start read /etc/rc2.d/S05read.sh" "start last"
