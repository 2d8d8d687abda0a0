#!/bin/sh
# Scripts that wait for each other change nothing, but with -f: then the weakest edge of the loop gives way.
# shellcheck disable=SC2016 source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
script a Required-Start=b
script b Should-Start=c
script c Required-Start=a
tool insserv a b c
equal status "$status" 1
equal said "$(cat "$T/said")" 'insserv: There is a loop between service b and c if started
insserv:  loop involving service c at depth 3
insserv:  loop involving service a at depth 2
insserv:  loop involving service b at depth 1
insserv: exiting now without changing boot order!'
equal links "$(farm)" ''
works insserv -f c b a
equal links "$(farm 2 | tr '\n' ' ')" 'rc2.d S01b rc2.d S02a rc2.d S03c '

rm "$F"/etc/init.d/?

# nobody can be behind what comes after all
script late Required-Start='$all'
script later Required-Start=late
works insserv late later
says "insserv: Starting later depends on late and therefore on system facility \`\$all' which can not be true!"
equal late "$(farm 2 | tr '\n' ' ')" 'rc2.d S01late rc2.d S02later '

# all that follow somebody who is not there in a level stay behind those in front of it
script first Default-Start=2 Default-Stop=
script boot Default-Start=S Default-Stop= Required-Start=+first
script x Default-Start=2 Default-Stop= Required-Start=boot
script y Default-Start=2 Default-Stop= Required-Start=boot
works insserv first boot x y
equal x "$(farm 2 | grep '[xy]$')" 'rc2.d S02x
rc2.d S02y'
