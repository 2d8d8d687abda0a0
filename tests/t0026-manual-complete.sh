#!/bin/sh
# The manual has every action and option of a table, and every option of the programs.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
# has PAGE WORD: an item of a list, or a word of the synopsis, is about it
has() {
	grep -qE "^\.(It|Op|Nm|Fl|Ar|Cm).*( |-)$2( |\$|,)" "$tree/man/$1" || die "man/$1 does not have $2"
}
count=0
actions=$(sed -n 's/.*X("\([a-z]*\)", *ACT_.*/\1/p' "$tree/inittab.h")
for action in $actions; do
	has inittab.5 "$action"
	count=$((count + 1))
done
[ "$count" -ge 15 ] || die "only $count actions found"
count=0
options=$(sed -n '/options_table\[\]/,/^};/s/^	{ "\([a-z]*\)",.*/\1/p' "$tree/options.c")
for option in $options; do
	has inittab.5 "$option"
	count=$((count + 1))
done
[ "$count" -ge 5 ] || die "only $count options found"
for option in check help version; do
	has telinit.8 "-$option"
done
for option in json previous help version; do
	has initctl.8 "-$option"
done
make_it CFLAGS=-O0 halt telinit shutdown
options() {
	"$tree/$1" --help | sed -n 's/^  -\([a-zA-Z]\) .*/\1/p'
}
for option in $(options telinit); do
	has telinit.8 "$option"
done
[ "$(options halt | wc -l)" -ge 8 ]
for option in $(options halt); do
	has halt.8 "$option"
done
[ "$(options shutdown | wc -l)" -ge 16 ]
for option in $(options shutdown); do
	has shutdown.8 "$option"
done
