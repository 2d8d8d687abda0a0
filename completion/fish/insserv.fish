# fish completion for insserv, update-rc.d and chkconfig; the other names are links to it

function __rung_scripts
	for script in /etc/init.d/*
		test -f $script -a -x $script; and string replace -r '.*/' '' $script
	end
end

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
complete -c insserv -s v -l verbose -d 'say what is done'
complete -c insserv -s h -l help -d 'print the usage'
complete -c insserv -l version -d 'print the version'

set -l actions defaults defaults-disabled remove enable disable
complete -c update-rc.d -f -n "not __fish_seen_subcommand_from $actions" -a "(__rung_scripts) $actions"
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
