#!/bin/sh
# rcrun says what is wrong with its arguments, with status 1; --help and --version go to standard output.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
# wrong MESSAGE ARGUMENT...
wrong() {
	_wanted=$1
	shift
	tool rcrun "$@"
	equal "status of $*" "$status" 1
	equal "output of $*" "$(cat "$T/out")" ''
	equal "errors of $*" "$(head -n 1 "$T/said")" "$_wanted"
}
wrong "rcrun: one level, please; try rcrun --help"
wrong "rcrun: one level, please; try rcrun --help" 2 3
wrong "rcrun: --check takes no level; try rcrun --help" --check 2
wrong "rcrun: --root is for --plan, --graph and --check; try rcrun --help" --root / 2
wrong "rcrun: --order: 'some' must be one of: needs number one; try rcrun --help" --order some 2
wrong "rcrun: --skip: 'some' must be one of: classic none names locks; try rcrun --help" --skip some 2
wrong "rcrun: --shutdown-action: 'x' must be one of: stop start; try rcrun --help" --shutdown-action x 2
wrong "rcrun: --graph: 'x' must be one of: dot svg; try rcrun --help" --graph=x 2
wrong "rcrun: --jobs: it must be at least 1; try rcrun --help" -j 0 2
wrong "rcrun: --jobs: '-1' is not a number; try rcrun --help" -j -1 2
wrong "rcrun: --jobs: '' is not a number; try rcrun --help" -j '' 2
wrong "rcrun: --timeout: '4294967296' is not a number; try rcrun --help" --timeout 4294967296 2
wrong "rcrun: --notice: '1m' is not a number; try rcrun --help" --notice 1m 2
wrong "rcrun: unrecognized option '--nosuch'" --nosuch
works rcrun --version
equal version "$(cat "$T/out")" "rcrun (rung) $(cat "$here/../VERSION")"
works rcrun --help
equal errors "$(cat "$T/said")" ''
# each option is in the help, the manual and the completion of each shell
# shellcheck disable=SC2013	# words they are
for option in $(sed -n 's/.*{ "\([a-z-]*\)", [a-z]*_argument.*/\1/p' "$here/../cmd/rcrun.c"); do
	grep -q -e "--$option" "$T/out" || die "--help does not have --$option"
	grep -q "Fl -$option" "$here/../rc/man/rcrun.8" || die "rcrun.8 does not have --$option"
	grep -q -e "--$option" "$here/../rc/completion/bash/rcrun" || die "bash does not complete --$option"
	grep -q -e "--$option" "$here/../rc/completion/zsh/_rcrun" || die "zsh does not complete --$option"
	grep -q -e "-l $option " "$here/../rc/completion/fish/rcrun.fish" || die "fish does not complete --$option"
done
