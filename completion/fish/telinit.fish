# fish completion for telinit and init; the other name is a link to it

for name in telinit init
	complete -c $name -f
	complete -c $name -a 0 -d 'halt'
	complete -c $name -a 1 -d 'single user, by its scripts'
	complete -c $name -a '2 3 4 5' -d 'runlevel'
	complete -c $name -a 6 -d 'reboot'
	complete -c $name -a S -d 'single user mode'
	complete -c $name -a q -d 'read /etc/inittab again'
	complete -c $name -a 'a b c' -d 'start the on-demand entries of this class'
	complete -c $name -a u -d 'execute init anew, keeping every child'
	complete -c $name -s t -x -d 'seconds between TERM and KILL'
	complete -c $name -s e -x -a 'INIT_HALT=HALT INIT_HALT=POWEROFF' -d 'set a variable for later children'
	complete -c $name -l check -F -d 'say what is wrong with a table'
	complete -c $name -l help -d 'print the usage'
	complete -c $name -l version -d 'print the version'
end
