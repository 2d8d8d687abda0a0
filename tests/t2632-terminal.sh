#!/bin/sh
# On a terminal the last line tells who has been running longest; scripts that run at once find a terminal that they cannot read.
# shellcheck source=tests/rcrun.sh
. "${0%/*}/rcrun.sh"
boot_services
gated a
script long-name-of-a-service <<'END'
echo "start long" >>/run/notes
[ -t 0 ] && echo "a terminal" >>/run/notes
read -r line || echo "not read" >>/run/notes
until rm /run/open.long 2>/dev/null; do sleep 0.02; done
END
link 2 S01a S02long-name-of-a-service
inside env TERM=linux setsid sh -c 'rcrun 2 </dev/console >/dev/console 2>&1' &
running=$!
eventually noted "start a"
eventually noted "start long"
eventually noted "a terminal"
eventually noted "not read"
eventually console_has "[ .... ]            start a"
open_gate a
eventually console_has "start long-name-of-a-service"
open_gate long
finished
eventually console_has "rc: level 2: 2 scripts"
# with a terminal of their own, in the background, they may set it, and are not stopped when they read it
script sets <<'END'
stty onlcr </dev/tty && echo set >>/run/notes
read -r line </dev/tty || echo "no line" >>/run/notes
END
gated beside
link 4 S01sets S01beside
echo CONCURRENCY=makefile | default
inside rm -f /run/notes
telinit 4
eventually noted set
eventually noted "no line"
open_gate beside
eventually console_has "rc: level 4: 2 scripts"
telinit 3
eventually in_level 3
# a shorter line covers the whole of the longer
inside rm -f /run/notes
inside sh -c 'mv /etc/rc2.d/S02long-name-of-a-service /etc/rc2.d/S00long-name-of-a-service'
: >"$T/console"
inside env TERM=linux setsid sh -c 'rcrun 2 </dev/console >/dev/console 2>&1' &
running=$!
eventually console_has "[ .... ]            start long-name-of-a-service"
eventually noted "start a"
open_gate a
grep_line() {
	grep -q "start a  *.\{0,1\}$" "$T/console"
}
eventually grep_line
equal "its length" "$(sed 's/.*\r\(.\)/\1/; s/\x1b\[[0-9]*m//g' "$T/console" | tr -d '\r' | sed -n '/start a /p' | head -n 1 | wc -c)" 49
open_gate long
finished
