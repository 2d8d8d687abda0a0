#!/bin/sh
# killall5 ends with 1 and tells its usage when it is called wrongly, and signals nobody.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
boot <<'END'
id:3:initdefault:
a1:3:once:/bin/sleep 1001
END
eventually running a1
usage='usage: killall5 -signum [-o omitpid] [-o omitpid] ...'
for words in -0 -32 -99999999999 -TERM -15x '-15 15' 15 '-15 -o' '-o 1 -15' -k; do
	status=0
	# shellcheck disable=SC2086
	inside killall5 $words 2>"$T/said" || status=$?
	equal "status of killall5 $words" "$status" 1
	grep -qxF "$usage" "$T/said" || die "no usage: killall5 $words"
done
running a1
