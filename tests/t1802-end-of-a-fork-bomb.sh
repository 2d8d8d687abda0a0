#!/bin/sh
# Processes that fork faster than one can count them do not keep the system from its end.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
put /sbin/bomb 755 <<'END'
#!/bin/sh
trap '' TERM HUP
echo "bomb" >>/run/notes
while :; do
	setsid sleep 0.3 &
	setsid sleep 0.3 &
	wait $!
done
END
boot <<END
id:3:initdefault:
a1:3:once:/bin/sh -c "setsid bomb & setsid bomb & exit"
END
eventually noted_times 2 bomb
telinit_last 0
ended_by halt
