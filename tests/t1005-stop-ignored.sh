#!/bin/sh
# What does not mind its stop= signal gets SIGKILL after the grace.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
put /sbin/deaf 755 <<'END'
#!/bin/sh
trap "" INT
note deaf
while :; do sleep 1000; done
END
boot <<END
id:3:initdefault:
a1:3:respawn,stop=INT,grace=1:/sbin/deaf
END
eventually noted deaf
old=$(pid_of a1)
telinit 4
never_within 500 not alive "$old"
eventually not alive "$old"
