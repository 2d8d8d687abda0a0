#!/bin/sh
# What is not meant as it is written in a header is told with its place, and what comes of it.
# shellcheck disable=SC2016 source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
# told LINE...: all that has been said, but for the classic's own words
told() {
	[ $# -eq 0 ] || printf 'insserv: %s\n' "$@" >"$T/wanted"
	[ $# -gt 0 ] || : >"$T/wanted"
	grep -v -e 'broken' -e 'missing `' -e 'FATAL: service' -e undefined -e 'overrides LSB' "$T/said" |
		diff "$T/wanted" - || die "not what is to be told"
}
starts_in() {
	equal "levels of $1" "$(farm | sed -n "s/^rc\(.\)\.d S..$1\$/\1/p" | tr '\n' ' ')" "$2"
}

# a keyword
script word Default-Start=-
sed -i 's/^# Default-Stop/# Default-Strat: 2 3\n&/' "$F/etc/init.d/word"
strat='/etc/init.d/word:6:3: unknown keyword "Default-Strat"; did you mean "Default-Start"?'
works update-rc.d word defaults
told "$strat"
starts_in word ''
works insserv word
told "$strat"
works insserv
told "$strat"
works insserv -q
told
# of others nothing is told, nor of who goes
script a
works insserv a
told
works insserv -r word
told
rm "$F/etc/init.d/word"

# a level; a word of several is none
script levels 'Default-Start=2 x 34 5' 'Default-Stop=0,7'
works insserv levels
told '/etc/init.d/levels:6:20: no runlevel: "x"; expected are 0 to 6 and S, with blanks between them' \
	'/etc/init.d/levels:6:22: no runlevel: "34"; expected are 0 to 6 and S, with blanks between them' \
	'/etc/init.d/levels:7:19: no runlevel: "7"; expected are 0 to 6 and S, with blanks between them'
starts_in levels '2 5 '
# where it is, when it is not in the script
mkdir -p "$F/etc/insserv/overrides"
mv "$F/etc/init.d/levels" "$F/etc/insserv/overrides/levels"
script levels
works insserv levels
says 'insserv: /etc/insserv/overrides/levels:6:20: no runlevel: "x"'
rm "$F/etc/insserv/overrides/levels"

# a header without its end: no links, and that is no success to insserv
printf '#!/bin/sh\n### BEGIN INIT INFO\n# Provides: open\n' >"$F/etc/init.d/open"
chmod 755 "$F/etc/init.d/open"
end='/etc/init.d/open:2: no line with "### END INIT INFO" behind this one; the script is left out'
works update-rc.d open defaults
told "$end"
starts_in open ''
tool insserv open
equal status "$status" 1
told "$end" 'exiting now!'
rm "$F/etc/init.d/open"

# what is required and missing, with and without force; who else needs it is told, too
all_the_same='the links are changed all the same, as with --force and by update-rc.d'
script b Required-Start=none
script c Required-Start=none
works update-rc.d b defaults
told "$all_the_same"
starts_in b '2 3 4 5 '
tool insserv c
equal status "$status" 1
told 'exiting now!'
says 'insserv: FATAL: service none has to be enabled to use service c'
says 'insserv: FATAL: service none has to exist for service b'
works insserv -f b c
told "$all_the_same"
says 'insserv: FATAL: service none has to be enabled to use service b'
says 'insserv: FATAL: service none has to be enabled to use service c'
# another's troubles are not told again
works update-rc.d a defaults
told

tool insserv -r
equal status "$status" 1
told 'to remove, name at least one script'
