#!/bin/sh
# A line with an option that is unknown or wrong is reported and skipped; others work.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
rung_only
boot <<END
id:3:initdefault:
b1:3:once,foo=1:/sbin/note bad
b2:3:once,:/sbin/note bad
b3:3:once,grace:/sbin/note bad
b4:3:once,grace=:/sbin/note bad
b5:3:once,grace=x:/sbin/note bad
b6:3:once,grace=-1:/sbin/note bad
b7:3:once,grace=86401:/sbin/note bad
b8:3:once,stop=FOO:/sbin/note bad
b9:3:once,stop=0:/sbin/note bad
c1:3:once,stop=65:/sbin/note bad
c2:3:respawn,respawn=1/2/3/4:/sbin/note bad
c3:3:respawn,respawn=a:/sbin/note bad
c4:3:respawn,respawn=:/sbin/note bad
c5:3:once,tty=:/sbin/note bad
c6:3:once,tty=../etc/passwd:/sbin/note bad
c7:3:once,tty=x/../../etc/passwd:/sbin/note bad
c8:3:once,nolog=1:/sbin/note bad
c9:3:once,grace=5,nolog,Grace=5:/sbin/note bad
d1:3:once,tty=a%zz:/sbin/note bad
d2:3:once,tty=%2e%2e/etc:/sbin/note bad
ok:3:once,grace=5,stop=INT,nolog:/sbin/note good
END
eventually noted good
line=2
while [ "$line" -le 21 ]; do
	equal "messages on line $line" "$(console_count "/etc/inittab[$line]: ")" 1
	line=$((line + 1))
done
console_has '/etc/inittab[2]: unknown option "foo"'
console_has '/etc/inittab[4]: option grace takes SECONDS'
console_has '/etc/inittab[6]: option grace: expected a number of seconds'
console_has '/etc/inittab[18]: option nolog takes no value'
not noted bad
