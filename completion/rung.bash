# bash completion for rung's telinit, init, halt, poweroff, reboot and runlevel
#
# Goes to /usr/share/bash-completion/completions/telinit; the other names are links to it.

_rung_telinit()
{
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}

	case $prev in
	--check)
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		return
		;;
	-e)
		mapfile -t COMPREPLY < <(compgen -W 'INIT_HALT=HALT INIT_HALT=POWEROFF' -- "$cur")
		return
		;;
	-t)
		mapfile -t COMPREPLY < <(compgen -W '0 1 3 10 30' -- "$cur")
		return
		;;
	esac
	mapfile -t COMPREPLY < <(compgen -W '0 1 2 3 4 5 6 S q a b c u -t -e --check --help
		--version' -- "$cur")
}

_rung_halt()
{
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
	local words='-d -f -h -i -n -p -t -w --help --version'

	[[ ${COMP_WORDS[0]##*/} != reboot ]] || words+=' -k -m'
	case $prev in
	-m) return ;;
	-t)
		mapfile -t COMPREPLY < <(compgen -W '0 1 3 10 30' -- "$cur")
		return
		;;
	esac
	mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
}

_rung_runlevel()
{
	local cur=${COMP_WORDS[COMP_CWORD]}

	if [[ $cur == -* ]]; then
		mapfile -t COMPREPLY < <(compgen -W '--help --version' -- "$cur")
	else
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
	fi
}

complete -F _rung_telinit telinit init
complete -F _rung_halt halt poweroff reboot
complete -o filenames -F _rung_runlevel runlevel
