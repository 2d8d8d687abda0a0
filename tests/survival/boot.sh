# shellcheck shell=sh disable=SC2016,SC2154
# boot.sh - what the boot tests of survival (b05) begin with, after tests/boot/lib.sh.
[ -z "$INIT" ] || grep -q RUNG_VERSION "$INIT" || skip "an extension of rung"

# Translated, and step by step: that takes its time on a busy machine.
limit=$((limit * 3)) patience=$((patience * 3))

# helper NAME [LINK]...: builds survival/NAME.c, static, into the guest's /sbin
helper()
{
	command -v musl-gcc >/dev/null && cc=musl-gcc || cc=cc
	"$cc" -static -O1 -o "$root/sbin/$1" "$top/tests/survival/$1.c" || die "$1 does not build"
	name=$1
	shift
	for f in "$@"; do ln -s "$name" "$root/sbin/$f"; done
}

# crash_table: an inittab with twenty children that die at random, five that stay, an agent, and the entry
# that assail asks for
crash_table()
{
	cat <<-'END'
		id:2:initdefault:
		si::sysinit:/sbin/mounts
		ag:2:respawn:/sbin/agent
		aa:a:once:/sbin/acted
	END
	for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		echo "m$n:2:respawn,respawn=0/0/0:/sbin/mortal m$n 3000"
	done
	for n in 1 2 3 4 5; do
		echo "i$n:2:respawn:/sbin/immortal i$n"
	done
}

# assailed ROUNDS HARM...: in the guest; fails unless every round did harm, init lived, and those that stay did
assailed()
{
	guest_eventually '[ "$(cut -d " " -f 2 /run/ledger | sort -u | wc -l)" = 25 ]'
	stay=$(guest 'pidof immortal')
	rounds=$1
	shift
	guest "/sbin/assail -p $patience -n $rounds $* >/run/assail 2>&1" >/dev/null || :
	guest 'tail -n 1 /run/assail' | grep -v '^INIT:' >"$T/assail" || :
	sed 's/^/# /' "$T/assail"
	# shellcheck disable=SC2046
	set -- $(tr -dc '0-9 ' <"$T/assail")
	[ "$#" -ge 3 ] || die "no summary"
	[ $(($2 + $3)) -ge "$rounds" ] || die "only $2 crashes and $3 execs"
	alive
	expect "$stay" guest 'pidof immortal'
	guest '! grep ^double /run/ledger' || die "a child ran twice at a time"
	# all of the twenty still come and go
	guest ': >/run/ledger'
	guest_eventually '[ "$(grep "^start m" /run/ledger | cut -d " " -f 2 | sort -u | wc -l)" = 20 ]'
}
