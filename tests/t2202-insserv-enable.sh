#!/bin/sh
# insserv enables a script in the levels of its header, keeps those that it has, and takes others from the call.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
is() {
	equal "$1" "$(farm | sed -n "s/^rc\(.\)\.d \(...\)$1\$/\1\2/p" | tr '\n' ' ')" "$2 "
}
gone() {
	equal "$1" "$(farm | grep "$1\$" || :)" ''
}
script a
script b Required-Start=a
script s Default-Start=S Default-Stop='0 6'
works insserv a
is a '0K01 1K01 2S01 3S01 4S01 5S01 6K01'
works insserv /etc/init.d/b s
is b '0K01 1K01 2S02 3S02 4S02 5S02 6K01'
is s '0K01 6K01 SS01'

# links that are there are kept, and that is said
rm "$F/etc/rc3.d/S02b" "$F/etc/rc0.d/K01b"
works insserv b
is b '1K01 2S02 4S02 5S02 6K01'
says "insserv: warning: current start runlevel(s) (2 4 5) of script \`b' overrides LSB defaults (2 3 4 5)."
says "insserv: warning: current stop runlevel(s) (1 6) of script \`b' overrides LSB defaults (0 1 6)."
works insserv -q b
equal 'with -q' "$(cat "$T/said")" ''
works insserv --silent b
equal 'with --silent' "$(cat "$T/said")" ''

# -d adds those of the header; what stops it stays
mv "$F/etc/rc4.d/S02b" "$F/etc/rc4.d/K02b"
works insserv -d b
is b '0K01 1K01 2S02 3S02 4K01 5S02 6K01'
rm "$F/etc/rc4.d/K01b"
works insserv --default b
is b '0K01 1K01 2S02 3S02 4S02 5S02 6K01'

# numbers alone: no script, or a directory
mv "$F/etc/rc2.d/S02b" "$F/etc/rc2.d/S77b"
works insserv
is b '0K01 1K01 2S02 3S02 4S02 5S02 6K01'
mv "$F/etc/rc2.d/S02b" "$F/etc/rc2.d/S00b"
works insserv /etc/init.d
is b '0K01 1K01 2S02 3S02 4S02 5S02 6K01'

# levels of the call
script c
works insserv -f c,start=2,stop=6
is c '2S01 6K01'
script d
works insserv d,start=1,stop=2
is d '0K01 1K01 2K01 3S01 4S01 5S01 6K01'

# what is required must be enabled, in the same levels
script e Required-Start='a none'
script f Required-Start=c
tool insserv e
equal status "$status" 1
says 'insserv: FATAL: service none has to be enabled to use service e'
says 'insserv: exiting now!'
gone e
tool insserv f
equal status "$status" 1
says 'insserv: FATAL: service c is missed in the runlevels 3 4 5 to use service f'
gone f
works insserv -f e
says 'insserv: FATAL: service none has to be enabled to use service e'
is e '0K01 1K01 2S02 3S02 4S02 5S02 6K01'
rm "$F/etc/init.d/e"

# -r removes; not what another requires
works insserv
gone e
tool insserv -r a
equal status "$status" 1
says 'insserv: FATAL: service a has to be enabled to use service b'
is a '0K01 1K01 2S01 3S01 4S01 5S01 6K01'
works insserv --remove b
gone b
works insserv -r a
gone a
works insserv a
works insserv b
works insserv -r -f a
gone a

# a script that is not there
tool insserv none
equal status "$status" 1
says 'insserv: none: No such file or directory'
tool insserv -r none
equal status "$status" 1
says 'insserv: none: No such file or directory'
