#!/bin/sh
# Each line of doc/tutorial-system.md does what the page says, from the build to the power switch.
# limit: 400 s
# shellcheck source=tests/boot/lib.sh disable=SC2016,SC2154
. "${0%/*}/lib.sh"
# shellcheck source=tests/boot/system.sh
. "$here/system.sh"
command -v musl-gcc >/dev/null || skip "no musl-gcc (tests/setup installs it)"
[ -z "$INIT" ] || skip "the page is about this init"
page=$top/doc/tutorial-system.md

# lines SECTION...: the indented lines of these sections
lines()
{
	for section; do
		sed -n "/^## $section\$/,/^## /s/^    //p" "$page"
	done
}

# what is built there already needs no second time
cp -a "$built" "$T/tree"
cp -R "$top/man" "$top/completion" "$T/tree"
lines 'Build it' >"$T/build"
[ "$(wc -l <"$T/build")" -ge 10 ] || die "no lines to build with"
(
	unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
	cd "$T/tree"
	BUSYBOX=$busybox sh -eu "$T/build"
) >"$T/said" 2>&1 || { sed 's/^/# /' "$T/said" >&2; die "it cannot be built"; }

# with what lib.sh gives the kernel on a busy machine
boot=$(lines 'Boot it' | sed 's/ -m / -accel tcg -m /; s/console=ttyS0/& no_timer_check tsc=reliable/')
limit=$((limit * 5))
(
	cd "$T/tree"
	KERNEL=$kernel exec setpriv --pdeathsig KILL timeout --foreground -s KILL "$limit" \
		setpriv --pdeathsig KILL sh -c "exec $boot"
) <"$T/in" >"$T/serial" 2>"$T/qemu" &
qemu=$!

prompt='# $'	# BusyBox's own
eventually shown 'box login:'
forget
type root
eventually prompted

# typed SECTION: its lines, each with its prompt; in $T/answers is what they say
typed()
{
	lines "$1" >"$T/lines"
	start=$from
	document=no
	while read -r line; do
		case $line in
		*"<<'END'") document=yes ;;
		END) document=no ;;
		esac
		forget
		if [ "$document" = yes ]; then
			type "$line"
			eventually shown "$(printf %.20s "$line")"
		elif [ "$line" = /sbin/poweroff ]; then
			type "$line"
			eventually ended
		else
			enter "$line"
		fi
	done <"$T/lines"
	tail -c "+$((start + 1))" "$T/serial" | tr -d '\r' >"$T/answers"
}
says()
{
	grep -qF -e "$1" "$T/answers" || die "not said: $1"
}
typed 'Look around'
says ' [ + ]  syslog'
says 'N 2'
says S01syslog
says ':initdefault:'
typed 'A service of your own'
says 'web: running'
# typed once, answered once
[ "$(grep -cx hello "$T/answers")" -eq 1 ] || die "no answer from the web server"
! grep -q error "$T/answers" || die "telinit --check has complaints"
typed 'Another level, and the end'
says '2 3'
says 'stop web'
says 'Power down'
