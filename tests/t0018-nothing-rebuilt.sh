#!/bin/sh
# A second make does nothing; a changed header makes anew what includes it.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
make_it CFLAGS=-O0
touch "$T/since"
make_it CFLAGS=-O0
equal "what was made anew" "$(find "$tree" -newer "$T/since" -type f)" ''
# every header that a source names is known to the Makefile
for source in "$tree"/*.c "$tree"/cmd/*.c; do
	object=${source#"$tree/"} object=${object%.c}.o
	headers=$(sed -n 's/^#include "\([^"]*\)".*/\1/p' "$source")
	make -s -C "$tree" -p -n CFLAGS=-O0 2>/dev/null >"$T/rules" || :
	rule=$(sed -n "s|^$object: ||p" "$T/rules" | tr '\n' ' ')
	for header in $headers; do
		case " $rule " in
		*" ${header#../} "* | *" cmd/${header#../} "*) ;;
		*) die "$object does not depend on $header" ;;
		esac
	done
done
