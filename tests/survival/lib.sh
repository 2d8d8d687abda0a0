# shellcheck shell=sh disable=SC2034,SC2154
# lib.sh - what the tests of survival (t11) begin with, after tests/lib.sh; rung only.
#
# From the caller:
#	RUNG_LONG=1	rounds in thousands, as tests/all survival does; else in hundreds
rung_only

# rounds SHORT LONG: sets $rounds
rounds() {
	rounds=$1
	[ -z "${RUNG_LONG-}" ] || rounds=$2
}

# helper NAME [LINK]...: builds survival/NAME.c and puts it into the system's /sbin, before boot
helper() {
	mkdir -p "$T/skel/sbin"
	"${CC:-cc}" -O1 -g -Wall -Wextra -Wno-override-init -o "$T/skel/sbin/$1" "$here/survival/$1.c" ||
		die "$1 does not build"
	_helper=$1
	shift
	for _link in "$@"; do
		ln -s "$_helper" "$T/skel/sbin/$_link"
	done
}

# mortals N MAX_MS: prints N lines for an inittab, of children that live up to MAX_MS each, in levels
# 2 and 3, and are started again at once
mortals() {
	_n=1
	while [ "$_n" -le "$1" ]; do
		echo "m$_n:23:respawn,respawn=0/0/0:/sbin/mortal m$_n $2"
		_n=$((_n + 1))
	done
}

# immortals N: the same of children that stay
immortals() {
	_n=1
	while [ "$_n" -le "$1" ]; do
		echo "i$_n:23:respawn:/sbin/immortal i$_n"
		_n=$((_n + 1))
	done
}

# pids_of_immortals N: prints them
pids_of_immortals() {
	_n=1
	while [ "$_n" -le "$1" ]; do
		pid_of "i$_n"
		_n=$((_n + 1))
	done
}

# started N: so many different ids are in the ledger
started() {
	[ "$(sed -n 's/^start \([^ ]*\) .*/\1/p' "$R/run/ledger" 2>/dev/null | sort -u | wc -l)" -eq "$1" ]
}

# assail ARGUMENT...: does harm, see survival/assail.c; sets $crashes $execs $median $worst $extra
assail() {
	inside /sbin/assail -p "$patience" "$@" >"$T/assail" 2>&1 || {
		tail -n 5 "$T/assail" | show assail
		die "assail $*"
	}
	_last=$(tail -n 1 "$T/assail")
	[ -z "${RUNG_LONG-}" ] || echo "# $*: $_last"
	# shellcheck disable=SC2046
	set -- $(echo "$_last" | tr -dc '0-9 ')
	# shellcheck disable=SC2034
	crashes=$2 execs=$3 median=$4 worst=$5 extra=$6
}

# state [COPY]: prints what init --check-state says of a copy of the state of PID 1
state() {
	inside sh -c 'cat /proc/1/fd/9 >/run/state.copy && exec /sbin/init --check-state 5 5</run/state.copy'
}

# entry ID: sets $state $pid $flags $count to what the state says of it
entry() {
	# shellcheck disable=SC2034
	_line=$(state | sed -n "s/^entry $1 state \([0-9]*\) pid \([0-9]*\) flags \([0-9]*\) count \([0-9]*\)$/\1 \2 \3 \4/p")
	[ -n "$_line" ] || return 1
	# shellcheck disable=SC2034
	read -r state pid flags count <<-END
		$_line
	END
}

# settle: lets all that live for a while only die and live on, then ends them all
settle() {
	: >"$R/run/settle"
	eventually _settled
	telinit -t 5 4
	eventually in_level 4
	eventually not inside pgrep -x 'mortal|immortal' >/dev/null
	_tries=50
	until _all_dead || [ "$_tries" -eq 0 ]; do	# accounted tells more when it stays so
		sleep 0.1
		_tries=$((_tries - 1))
	done
}
# Nobody is there any more who was started before that file.
_settled() {
	[ -z "$(inside find /proc -maxdepth 1 -name '[0-9]*' ! -newer /run/settle -exec grep -lx mortal '{}/comm' + 2>/dev/null)" ]
}
_all_dead() {
	books
	[ "$begun" -eq "$dead" ]
}
# books: sets $begun and $dead to how many starts and deaths wtmp has of ids m* and i*
books() {
	# shellcheck disable=SC2046
	set -- $(utmpdump "$R/var/log/wtmp" 2>/dev/null | awk -F '[][]' '
		$6 !~ /^[mi][0-9]+ *$/ { next }
		$2 == 5 { n++ }
		$2 == 8 { d++ }
		END { print n + 0, d + 0 }')
	begun=$1 dead=$2
}

# accounted: after settle, by what the children themselves have written: none ran twice at a time, each
# has one record of its start and one of its death in wtmp, and there are no others
accounted() {
	! grep '^double' "$R/run/ledger" || die "a child ran twice at a time"
	utmpdump "$R/var/log/wtmp" 2>/dev/null | awk -F '[][]' '
		$6 ~ /^[mi][0-9]+ *$/ && $2 == 5 { sub(/ *$/, "", $6); print "begin", $6, $4 + 0 }
		$6 ~ /^[mi][0-9]+ *$/ && $2 == 8 { sub(/ *$/, "", $6); print "dead", $6, $4 + 0 }' >"$T/wtmp.lines"
	awk -v ledger="$R/run/ledger" '
		FILENAME == ledger && $1 == "start" { own[$2 " " $3]++; starts++ }
		FILENAME != ledger { rec[$1 " " $2 " " $3]++; ids[$2 " " $3] }
		END {
			for (c in own) {
				split(c, part, " ")
				if (rec["begin " c] == own[c] && rec["dead " c] == own[c] - 1)
					lacks[part[1]] = lacks[part[1]] c " "
				else if (rec["begin " c] != own[c] || rec["dead " c] != own[c])
					print c ": started " own[c] " times, records: " rec["begin " c] + 0 " and " rec["dead " c] + 0
				count[part[1]] += rec["begin " c] == own[c] && rec["dead " c] == own[c] - 1
			}
			# One that was killed before it could write was still recorded, in the place of the death before it,
			# which it had been told to write: known, and the two cancel.
			for (c in ids) {
				split(c, part, " ")
				if (!(c in own) && rec["begin " c] + 0 == 0 && rec["dead " c] == 1)
					count[part[1]]--
				else if (!(c in own) && rec["begin " c] != rec["dead " c])
					print c ": never started, but has records: " rec["begin " c] + 0 " and " rec["dead " c] + 0
			}
			for (id in lacks)
				if (count[id] > 0)
					print lacks[id] "(" id "): not so many deaths recorded as there were"
			print starts > "/dev/stderr"
		}' "$R/run/ledger" "$T/wtmp.lines" >"$T/unaccounted" 2>"$T/starts"
	[ ! -s "$T/unaccounted" ] || {
		show unaccounted <"$T/unaccounted"
		die "not every child is accounted for"
	}
	read -r starts <"$T/starts"
}

# besiege SHORT LONG KIND...: with 50 children that die all the time and 5 that stay init comes to harm of these kinds
# (see survival/assail.c), SHORT or LONG times; no child is lost or doubled, and no request waits for seconds
besiege() {
	rounds "$1" "$2"
	shift 2
	helper mortal immortal
	helper assail acted
	boot <<-END
		id:3:initdefault:
		$(mortals 50 2000)
		$(immortals 5)
		aa:a:once:/sbin/acted
	END
	eventually started 55
	stay=$(pids_of_immortals 5)
	assail -v -n "$rounds" "$@"
	[ $((crashes + execs)) -ge "$rounds" ] || die "only $crashes crashes"
	[ "$worst" -lt $((patience * 300000)) ] || die "a request took $worst us"
	equal "those that stay" "$(pids_of_immortals 5)" "$stay"
	settle
	accounted
	echo "# $crashes crashes, $starts starts, median $median us, worst $worst us"
}

# survive upgrade|crash: PID 1 executes itself for that reason; returns when it has
survive() {
	_reloads=$(console_count reloading)
	case $1 in
	upgrade) telinit u ;;
	crash) signal SEGV ;;
	esac
	eventually reloaded_since "$_reloads"
}
reloaded_since() {
	[ "$(console_count reloading)" -gt "$1" ]
}

# flag NAME: prints the bit of a flag that entry() has set $flags to
has_flag() {
	case $1 in
	ran) [ $((flags & 1)) -ne 0 ] ;;
	on-demand) [ $((flags & 2)) -ne 0 ] ;;
	*) die "no flag $1" ;;
	esac
}

# refuses WORDS: with what stands as /sbin/init now, telinit u leaves the old init in place with one message,
# which has those words; nothing else changes.  There are entries a1, respawn, and aa, on demand
refuses() {
	_old=$(pid_of a1) _exe=$(readlink "/proc/$INIT_PID/exe")
	_said=$(console_count "Attempt to re-exec failed")
	telinit u
	eventually refused_since "$_said"
	console_has "$1" || die "the message is another one"
	equal "the process of a1" "$(pid_of a1)" "$_old"
	equal "messages" "$(console_count "Attempt to re-exec failed")" $((_said + 1))
	equal "execs" "$(console_count reloading)" 0
	equal "the program" "$(readlink "/proc/$INIT_PID/exe")" "$_exe"
	works_as_before
	# nothing of the question is left
	eventually no_helpers
}
refused_since() {
	[ "$(console_count "Attempt to re-exec failed")" -gt "$1" ]
}
no_helpers() {
	children "$INIT_PID"
	for _kid in $_kids; do
		[ "$(cat "/proc/$_kid/comm" 2>/dev/null)" != init ] || return 1
	done
}
# works_as_before: what dies is started again, requests act, a change of the table counts
works_as_before() {
	_old=$(pid_of a1)
	kill "$_old"
	eventually new_pid a1 "$_old"
	_notes=$(note_count aa)
	telinit a
	eventually noted_times $((_notes + 1)) aa
}
# boot_entries: boots with those two
boot_entries() {
	boot <<-'END'
		id:3:initdefault:
		a1:3:respawn:/bin/sleep 1001
		aa:a:once:/sbin/note aa
	END
	eventually running a1
	: >"$R/run/notes"
}

# boot_classic <INITTAB: boots Debian's init; move_in and move_out change PID 1 to rung and back
boot_classic() {
	rung=$INIT
	classic=${RUNG_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/rung}/sysvinit/sbin/init
	[ -x "$classic" ] || skip "no classic init in the cache (tests/setup puts it there)"
	INIT=$classic
	boot "$@"
	inside cp /sbin/init /sbin/init.classic
	put /sbin/init.rung 755 <"$rung"
}
move_in() {
	inside sh -c 'cp /sbin/init.rung /sbin/init.new && mv /sbin/init.new /sbin/init'
	survive upgrade
	eventually is_rung
	# it says so before it has read what the other one hands over: a crash in between loses it
	eventually has_entries
}
move_out() {
	inside sh -c 'cp /sbin/init.classic /sbin/init.new && mv /sbin/init.new /sbin/init'
	survive upgrade
	eventually is_classic
}
has_entries() {
	state | grep -q "^entry "
}
is_rung() {
	inside cmp -s /proc/1/exe /sbin/init.rung
}
is_classic() {
	inside cmp -s /proc/1/exe /sbin/init.classic
}
