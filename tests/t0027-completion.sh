#!/bin/sh
# The completion scripts can be read by their shells, and complete words.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
scripts=$tree/completion
need bash
bash -n "$scripts/rung.bash"
# shellcheck disable=SC2016
words=$(bash -c '. "$1"
	COMP_WORDS=(telinit --) COMP_CWORD=1
	_rung_telinit
	echo "${COMPREPLY[*]}"' bash "$scripts/rung.bash")
equal "what telinit -- becomes" "$words" '--check --help --version'
! command -v zsh >/dev/null || zsh -n "$scripts/_rung"
! command -v fish >/dev/null || fish --no-execute "$scripts/rung.fish"
