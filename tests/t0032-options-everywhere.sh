#!/bin/sh
# Each option that --help lists is in the program's manual page and in the completion of each shell.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
programs='telinit shutdown halt killall5 bootlogd pidof readbootlog initctl start-stop-daemon insserv rcrun startpar invoke-rc.d'
# what init alone calls is nothing to be completed
hidden=--last-resort

# program NAME: prints where it is
program() {
	[ -e "$tree/$1" ] && echo "$tree/$1" || echo "$tree/rc/$1"
}
# lists PROGRAM: a line for each option that its --help lists, "-s" or "--long" or "-s --long"
lists() {
	"$(program "$1")" --help | sed -n 's/^ \{2,6\}\(-.*\)/\1/p' |
		sed -E 's/^(--?[a-z-]*|-[A-Z])(, (--[a-z-]*))?.*/\1 \3/; s/^-SIGNUM.*//' | grep '^--*[A-Za-z]'
}
# page PROGRAM
page() {
	cat "$tree/man/$1".[18] 2>/dev/null || cat "$tree/rc/man/$1.8"
}
# completion SHELL PROGRAM: what is said there about the program
completion() {
	place=$tree/completion/$1
	[ -e "$place/$2" ] || [ -e "$place/$2.fish" ] || place=$tree/rc/completion/$1
	case $1 in
	bash)	cat "$place/$2" 2>/dev/null || cat "$tree/rc/completion/rung-rc" ;;
	fish)	sed -n "s/^.*complete -c \($2\|\$name\) //p" "$place/$2.fish" ;;
	zsh)	cat "$tree/rc/completion/zsh/_$2" 2>/dev/null ||
			sed -n "/^	local -a $2=/,/^	)/p; /^	\(.*|\)*$2\(|.*\)*)\$/,/;;/p" \
				"$tree/completion/zsh/_rung" "$tree/rc/completion/zsh/_rung_rc" ;;
	esac
}
# has FILE OPTION: as a word of its own
has() {
	grep -qE -e "(^|[^a-zA-Z-])$2([^a-zA-Z-]|\$)" "$1"
}
# fish_has FILE OPTION
fish_has() {
	case $2 in
	--*) grep -qE -e "-l ${2#--}( |\$)" "$1" ;;
	*) grep -qE -e "-s ${2#-}( |\$)" "$1" ;;
	esac
}

make_it CFLAGS=-O0 telinit shutdown halt killall5 bootlogd pidof readbootlog initctl start-stop-daemon insserv rcrun startpar
count=0
for program in $programs; do
	lists "$program" >"$T/listed"
	page "$program" >"$T/page"
	for shell in bash zsh fish; do completion $shell "$program" >"$T/$shell"; done
	while read -r one other; do
		count=$((count + 1))
		for option in $one $other; do
			grep -qE "Fl( [a-zA-Z] ,( Fl)?)? ${option#-}( |,|\$)" "$T/page" ||
				die "the page of $program does not have $option"
			[ "$option" != "$hidden" ] || continue
			has "$T/zsh" "$option" || die "zsh: $program: no $option"
			fish_has "$T/fish" "$option" || die "fish: $program: no $option"
		done
		[ "$one" != "$hidden" ] || continue
		# one way to write it is enough there: the list has no descriptions
		has "$T/bash" "$one" || { [ -n "$other" ] && has "$T/bash" "$other"; } || die "bash: $program: no $one"
	done <"$T/listed"
done
[ "$count" -ge 110 ] || die "only $count options found"
