#!/bin/sh
# rcrun --plan tells in which waves the scripts of a level start or stop, who waits for whom, and which header says so.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
# waves LEVEL [OPTION]...: prints "NUMBER NAME" for each script
waves() {
	_level=$1
	shift
	works rcrun "$@" --plan "$_level"
	awk '/^[a-z]*, wave/ { wave = $3 + 0 } /^\t[^\t]/ { sub(/,.*/, ""); printf "%02d %s\n", wave, $1 }' "$T/out" | sort
}
# numbers LEVEL KIND: the same from the links that insserv has made of the same headers
numbers() {
	farm "$1" | sed -n "s/.* $2\([0-9][0-9]\)/\1 /p" | sort
}
headers "$here/farm/reference"
# shellcheck disable=SC2046
works insserv $(init_scripts)
for level in S 2; do
	equal "the waves of level $level" "$(waves $level)" "$(numbers $level S)"
done
equal "the waves of level 0" "$(waves 0 --previous 2)" "$(numbers 0 K)"
equal "the start of level 2" "$(works rcrun --plan 2; head -n 7 "$T/out")" "start, wave 1:
	bootlogs
	rmnologin
	rsyslog
start, wave 2:
	cron
		after rsyslog (cron: Required-Start: \$syslog)"
works rcrun --plan S
grep -qx "	checkroot.sh, alone with the console" "$T/out" || die "not interactive"
works rcrun --plan S --timeout 30
grep -qx "	hostname.sh, for at most 30 s" "$T/out" || die "no limit"
# what runs already, and what comes after it
works rcrun --previous 2 --plan 3
grep -qx "no start of cron: it is running" "$T/out" || die "cron is not left out"
# the level before is that of the environment, too
in_root env PREVLEVEL=2 rcrun --plan 3 >"$T/again"
cmp "$T/out" "$T/again"
# by way of what is not run
script a
script b Required-Start=a
script c Required-Start=b
link 7 S01a
link 7 S02b
link 7 S03c
link 8 S02b
works rcrun --previous 8 --plan 7
equal plan "$(cat "$T/out")" "start, wave 1:
	a
start, wave 2:
	c
		after a (b: Required-Start: a; by way of b)
no start of b: it is running"
# by numbers, and one after the other
works rcrun --order one --plan 7
equal plan "$(cat "$T/out")" "start, wave 1:
	a
start, wave 2:
	b
		after a (the order of the links)
start, wave 3:
	c
		after b (the order of the links)"
link 3 S02z
script z
equal "by number" "$(waves 3 --order number)" "$(farm 3 | sed -n 's/.* S\([0-9][0-9]\)/\1 /p' | sort)"
# another system
mkdir "$F/other"
mv "$F/etc" "$F/other"
works rcrun --root /other --plan 7
equal plan "$(grep -c wave "$T/out")" 3
