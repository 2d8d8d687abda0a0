#!/bin/sh
# Nothing that tables, clients or processes can say is taken for more than text: it outlives an exec of init byte by byte.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
# shellcheck source=tests/survival/lib.sh
. "${0%/*}/survival/lib.sh"
boot <<END
id:3:initdefault:
a1:3:respawn:/bin/sleep 1001
sh:b:once:/sbin/showenv sh
END
eventually running a1
a1=$(pid_of a1)
# every byte that an id, a command and a variable can have
{
	n=1
	while [ "$n" -lt 256 ]; do
		case $n in
		10 | 13 | 58 | 35 | 32 | 9) ;;
		*)	byte=$(printf '\\%03o' "$n")
			# shellcheck disable=SC2059
			printf "x${byte}y:4:once:/bin/echo $byte END REC RUPID1\n" ;;
		esac
		n=$((n + 1))
	done
	printf 'rung\r\n\032:4:once:/bin/true\n'
	printf 'END:4:respawn:/bin/true\n12567362:4:once:VER\nREC:4:once:-RL6\n'
} >>"$R/etc/inittab"
telinit q
counted() {
	[ "$(state | grep -a -c '^entry ')" -ge "$1" ]
}
eventually counted 240
before=$(state | grep -a '^entry ' | cksum)
many=$(state | grep -a -c '^entry ')
message 6 0 0 'INIT_A=\nEND\nREC\0INIT_B=rung\015\012\032\0INIT_C=\001\377=\0' | send
for way in upgrade crash upgrade; do
	survive $way
	equal "the process of a1" "$(pid_of a1)" "$a1"
	equal "the entries after $way" "$(state | grep -a '^entry ' | cksum)" "$before"
done
equal "their number" "$(state | grep -a -c '^entry ')" "$many"
in_level 3
telinit b
eventually test -e "$R/run/env.sh"
env_has sh "INIT_B=rung$(printf '\r')"
env_has sh "INIT_A="
grep -a -q "^INIT_C=$(printf '\001\377')=\$" "$R/run/env.sh" || die "INIT_C is another"
