#!/bin/sh
# bash, zsh and fish complete the names of scripts, and the actions that each of them knows.
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only

# Each function prints what the last word of a line can become, a line each.
in_bash() {
	# shellcheck disable=SC2016
	inside bash -c '. /etc/bash_completion.d/rung-rc
		COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
		spec=($(complete -p "$1"))
		${spec[-2]}
		printf "%s\n" "${COMPREPLY[@]}"' bash "$@"
}

# fish looks for a command before it completes its words
in_fish() {
	# shellcheck disable=SC2016
	inside env XDG_CONFIG_HOME=/tmp PATH=/sbin:/bin:/etc/init.d fish -c 'complete -C "$argv"' "$@" | cut -f 1
}

# zsh completes on a terminal only: one of zpty, on which compadd also shows what it is given
in_zsh() {
	inside zsh -f /run/in-zsh "$@" | tr -d '\r' | sed -n 's/.*hit: //p'
}
zsh_helper() {
	put /run/in-zsh <<-'END'
		zmodload zsh/zpty
		zpty shell zsh -f -i
		zpty -w shell 'fpath=(/usr/share/zsh/site-functions $fpath); autoload -Uz compinit; compinit -u -D'
		zpty -w shell 'bindkey "^I" complete-word; comppostfuncs=(done-now); done-now() { print; print all-"said"; }'
		zpty -w shell 'compadd() {
			if [[ " $*" != *" -"[OAD]* ]]; then
				local -a hits
				builtin compadd -O hits "$@"
				print; print -l -- "hit: "$^hits
			fi
			builtin compadd "$@"
		}'
		zpty -w shell 'PS1=; echo rea"dy"'
		zpty -r -m shell line '*ready*'
		zpty -w -n shell "$*"$'\t'
		zpty -r -m shell line '*all-said*'
		print -r -- "$line"
		zpty -d shell
	END
}

# becomes WORDS COMMAND...: sorted, these and no others
becomes() {
	_words=$1
	shift
	# the last word is empty where a blank is at the end
	_got=$("in_$in" "$@" | LC_ALL=C sort | tr '\n' ' ')
	equal "$in: $*" "$_got" "$_words "
}

check() {
	becomes "classic labels short" service ""
	becomes "short" service s
	becomes "start status stop" service classic st
	becomes "force-reload reload restart rotate start status stop" service classic ""
	becomes "force-reload restart start status stop try-restart" service short ""
	becomes "check start stop" service labels ""
	becomes "classic labels short" invoke-rc.d --quiet ""
	becomes "check start stop" invoke-rc.d --quiet labels ""
	becomes "classic labels short" update-rc.d ""
	becomes "classic labels short" insserv ""
	becomes "0 1 2 3 4 5 6 S" rc ""
}

install_rc
boot <<END
id:3:initdefault:
nt:3:respawn:/bin/sleep 1000
END
eventually in_level 3
have_services
script classic <<'END'
case $1 in
*) echo "Usage: /etc/init.d/x {start|stop|status|[reload|]restart|force-reload|rotate}" || true ;;
esac
END
script labels <<'END'
case "$1" in
  start)
	case $2 in
	yes) echo ;;
	esac ;;
  stop|check) echo ;;
  *) exit 1 ;;
esac
END
put /etc/init.d/short 755 <<'END'
#!/bin/sh /lib/init/init-d-script
DAEMON=/usr/sbin/short
END
put /etc/init.d/README </dev/null
zsh_helper
for in in bash fish zsh; do
	if inside sh -c "command -v $in" >/dev/null; then
		echo "# with $in"
		check
	fi
done
