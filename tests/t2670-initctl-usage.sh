#!/bin/sh
# initctl --help and --version say what they should; wrong usage and a full disk are told.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
rung_only
initctl=$(tool_path initctl)
usage='Usage: initctl blame|chain|plot [--json] [--previous] [FILE]
       initctl save'
equal help "$("$initctl" --help | head -n 2)" "$usage"
for word in blame chain plot save --json --previous FILE --help --version; do
	"$initctl" --help | grep -q "^  $word " || die "--help does not have $word"
done
equal version "$("$initctl" --version)" "initctl (rung) $(cat "$here/../VERSION")"

# refused MESSAGE ARGUMENT...: MESSAGE, if any, the usage, and status 1
refused() {
	_message=$1
	shift
	status=0
	"$initctl" "$@" >"$T/out" 2>"$T/errors" || status=$?
	equal "status of initctl $*" "$status" 1
	equal "output of initctl $*" "$(cat "$T/out")" ''
	equal "errors of initctl $*" "$(cat "$T/errors")" "$_message${_message:+
}$usage"
}
refused ''
refused 'initctl: blme: expected blame, chain, plot or save' blme
refused '' blame one two
refused '' save file
refused '' save --json
refused '' save --previous
"$initctl" --what 2>&1 | grep -qF "$usage" || die "an unknown option"

"$here/journal" 5 >"$T/journal"
for verb in blame chain plot; do
	equal "$verb, a full disk" "$("$initctl" $verb "$T/journal" 2>&1 >/dev/full || echo $?)" \
		"$(printf 'initctl: standard output: No space left on device\n1')"
	"$initctl" --json $verb "$T/journal" >"$T/before"	# options may come first
	"$initctl" $verb "$T/journal" --json >"$T/after"
	cmp "$T/before" "$T/after"
done
