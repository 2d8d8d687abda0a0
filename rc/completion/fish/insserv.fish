# fish completion for rung's rc and its tools; the other names are links to it

function __rung_scripts
	for script in /etc/init.d/*
		string match -qr '/(rc|rcS|skeleton)$' $script; and continue
		test -f $script -a -x $script; and string replace -r '.*/' '' $script
	end
end

# the words behind the command, without options
function __rung_words
	set -l words (commandline -opc)
	string match -v -- '-*' $words[2..-1]
end

function __rung_nth
	test (count (__rung_words)) -eq $argv[1]
end

function __rung_actions
	/lib/init/script-actions (__rung_words)[1]
end

complete -c rc -f -n '__rung_nth 0' -a '0 1 2 3 4 5 6 S'
complete -c rc -l help -d 'print the usage'
complete -c rc -l version -d 'print the version'

complete -c service -f -n '__rung_nth 0' -a '(__rung_scripts)'
complete -c service -f -n '__rung_nth 1' -a '(__rung_actions)'
complete -c service -n '__rung_nth 1' -l full-restart -d 'stop, then start'
complete -c service -n '__rung_nth 0' -l status-all -d 'ask all scripts'
complete -c service -n '__rung_nth 0' -s h -l help -d 'print the usage'
complete -c service -n '__rung_nth 0' -s V -l version -d 'print the version'

complete -c invoke-rc.d -f -n '__rung_nth 0' -a '(__rung_scripts)'
complete -c invoke-rc.d -f -n '__rung_nth 1' -a '(__rung_actions)'
complete -c invoke-rc.d -l quiet -d 'no messages'
complete -c invoke-rc.d -l force -d 'whatever level and policy say'
complete -c invoke-rc.d -l try-anyway -d 'although links are broken'
complete -c invoke-rc.d -l disclose-deny -d 'exit with 101 if denied'
complete -c invoke-rc.d -l query -d 'only tell what would be done'
complete -c invoke-rc.d -l no-fallback -d 'no other actions'
complete -c invoke-rc.d -l skip-systemd-native -d 'accepted'
complete -c invoke-rc.d -l help -d 'print the usage'
complete -c invoke-rc.d -l version -d 'print the version'

complete -c insserv -f -a '(__rung_scripts)'
complete -c insserv -s c -l config -r -F -d 'system facilities'
complete -c insserv -s d -l default -d 'add the levels of the header'
complete -c insserv -s e -l recursive -d 'enable what is required, too'
complete -c insserv -s f -l force -d 'although something is missing'
complete -c insserv -s i -l insserv-dir -r -F -d 'place of the dependency files'
complete -c insserv -s n -l dry-run -d 'change nothing'
complete -c insserv -s o -l override -r -F -d 'headers that come first'
complete -c insserv -s p -l path -r -F -d 'place of the scripts'
complete -c insserv -s q -l silent -d 'no warnings'
complete -c insserv -s r -l remove -d 'remove the links'
complete -c insserv -s s -l show-all -d 'print levels and numbers'
complete -c insserv -s u -l upstart-job -r -F -d 'accepted, without effect'
complete -c insserv -s v -l verbose -d 'say what is done'
complete -c insserv -s h -l help -d 'print the usage'
complete -c insserv -l version -d 'print the version'

complete -c update-rc.d -f -n '__rung_nth 0' -a '(__rung_scripts)'
complete -c update-rc.d -f -n '__rung_nth 1' -a 'defaults defaults-disabled remove enable disable'
complete -c update-rc.d -f -n '__fish_seen_subcommand_from enable disable' -a 'S 2 3 4 5'
complete -c update-rc.d -s f -d 'accepted'
complete -c update-rc.d -s n -d 'only say what would be done'
complete -c update-rc.d -l help -d 'print the usage'
complete -c update-rc.d -l version -d 'print the version'

complete -c chkconfig -f -a '(__rung_scripts) on off reset resetpriorities'
complete -c chkconfig -l list -d 'show levels'
complete -c chkconfig -l add -d 'make the links'
complete -c chkconfig -l del -d 'remove the links'
complete -c chkconfig -l override -d 'apply the header of the administrator'
complete -c chkconfig -l level -x -d 'in these levels'
complete -c chkconfig -l levels -x -d 'in these levels'
complete -c chkconfig -l type -x -a sysv -d 'of services'
complete -c chkconfig -l help -d 'print the usage'
complete -c chkconfig -l version -d 'print the version'
