#!/bin/sh
# random-seed counts a seed once, only if nobody else knew it, and makes the next one; a read-only disk is no error.
# limit: 120 s
# shellcheck source=tests/scripts.sh disable=SC2016
. "${0%/*}/scripts.sh"
command -v strace >/dev/null || skip "no strace (tests/setup installs it)"
strace -o /dev/null true 2>/dev/null || skip "nobody may trace here"
seed=$T/seeds/seed
# load: the kernel of this machine is not told that anything was counted
load() {
	status=0
	strace -o "$T/trace" -e trace=ioctl,unlink,fsync,write,openat,open -e inject=ioctl:retval=0 \
		"${INIT%/*}/random-seed" load "$seed" >"$T/out" 2>&1 || status=$?
	equal status "$status" 0
	equal said "$(cat "$T/out")" ''
}
counted() {
	grep -q '^ioctl(.*RNDADDENTROPY' "$T/trace"
}
# the first boot: nothing to feed, something for the next
load
! counted || die "nothing was counted"
equal made "$(stat -c '%a %s' "$seed" "$T/seeds" | tr '\n' ' ' | cut -d ' ' -f 1-3)" "600 512 700"
cp "$seed" "$T/first"
if [ "$(id -u)" -eq 0 ]; then
	load
	counted || die "a good seed was not counted"
	# gone, and that on the disk, before it counts
	sed -n 's/^\(unlink\|fsync\|ioctl\).*/\1/p' "$T/trace" | head -n 3 | tr '\n' ' ' >"$T/order"
	equal order "$(cat "$T/order")" 'unlink fsync ioctl '
	! cmp -s "$seed" "$T/first" || die "the same seed again"
fi
# fed, not counted: others could read it
chmod 644 "$seed"
load
! counted || die "a seed that everybody knew was counted"
grep -q '^write(.*, 512' "$T/trace" || die "it was not fed"
equal mode "$(stat -c %a "$seed")" 600
# neither a link nor what is no file is followed
rm "$seed"
ln -s "$T/first" "$seed"
status=0
"${INIT%/*}/random-seed" load "$seed" >"$T/out" 2>&1 || status=$?
equal status "$status" 1
grep -q "random-seed: $seed: cannot be read: " "$T/out" || die "a link was followed"
[ ! -h "$seed" ] || die "the link is still there"
cp "$seed" "$T/before"
"${INIT%/*}/random-seed" save "$seed"
! cmp -s "$seed" "$T/before" || die "save has changed nothing"
# a seed cut short is one, too
echo short >"$seed"
load
equal size "$(stat -c %s "$seed")" 512
status=0
"${INIT%/*}/random-seed" save /proc/seed >"$T/out" 2>&1 || status=$?
equal status "$status" 1
grep -q '^random-seed: /proc/seed: cannot be ' "$T/out"
for words in '' load 'load a b' 'mix a'; do
	status=0
	# shellcheck disable=SC2086
	"${INIT%/*}/random-seed" $words >"$T/out" 2>&1 || status=$?
	equal "status of $words" "$status" 1
	equal usage "$(cat "$T/out")" 'Usage: random-seed load|save FILE'
done
equal help "$("${INIT%/*}/random-seed" --help)" 'Usage: random-seed load|save FILE'
equal version "$("${INIT%/*}/random-seed" --version)" "random-seed (rung) $(cat "$here/../VERSION")"

boot_scripts
fake random-seed
inside sh -c 'mkdir -p /etc/default; echo "ours() { shift 0; /sbin/random-seed \"\$2\" \"\$3\"; }" >/etc/default/urandom'
is 0 urandom start
is 0 urandom start
is 0 urandom stop
is 0 urandom stop
noted_is 'random-seed load /var/lib/urandom/random-seed' 'random-seed load /var/lib/urandom/random-seed' \
	'random-seed save /var/lib/urandom/random-seed' 'random-seed save /var/lib/urandom/random-seed'
