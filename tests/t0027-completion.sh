#!/bin/sh
# The completion scripts can be read by their shells, and complete words.
# limit: 300 s
# shellcheck source=tests/build.sh
. "${0%/*}/build.sh"
scripts=$tree/completion
need bash
for script in "$scripts"/bash/*; do bash -n "$script"; done
# shellcheck disable=SC2016
words=$(bash -c '. "$1"
	COMP_WORDS=(telinit --) COMP_CWORD=1
	_rung_telinit
	echo "${COMPREPLY[*]}"' bash "$scripts/bash/telinit")
equal "what telinit -- becomes" "$words" '--check --help --version'
# shellcheck disable=SC2016
words=$(bash -c '. "$1"
	COMP_WORDS=(shutdown -r +) COMP_CWORD=2
	_rung_shutdown
	echo "${COMPREPLY[*]}"' bash "$scripts/bash/shutdown")
equal "what shutdown -r + becomes" "$words" '+1 +5 +10 +30 +1:00'
! command -v zsh >/dev/null || zsh -n "$scripts/zsh/_rung"
! command -v fish >/dev/null || for script in "$scripts"/fish/*; do fish --no-execute "$script"; done
