#!/bin/sh
# --retry waits for the end, returns when it has come, and gives 2 when somebody refuses to die.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
p=$(spawn /opt/foo 1001)
echo "$p" | put /run/foo.pid
gives 0 --stop --pidfile /run/foo.pid --retry 20
gone "$p" || die "it runs still"
lasts 0 10000
mule=$(spawn_mule)
echo "$mule" | put /run/foo.pid
gives 2 --stop --pidfile /run/foo.pid --retry TERM/1
out_is "Program process in pidfile '/run/foo.pid', 1 process(es), refused to die."
lasts 1000 10000
gives 2 --stop --exec /opt/foo --retry TERM/0 --oknodo
out_is "Program /opt/foo, 1 process(es), refused to die."
gives 2 --stop --name foo --retry -TERM/0 --quiet --signal KILL
out_is
# a timeout alone: the signal, then KILL
gives 0 --stop --name foo --retry 1
lasts 1000 10000
gone "$mule" || die "it runs still"
mule=$(spawn_mule)
gives 0 --stop --name foo --retry forever/TERM/1/-9/0
lasts 1000 10000
gone "$mule" || die "it runs still"
gives 1 --stop --name foo --retry 5
out_is "No foo found running; none killed."
