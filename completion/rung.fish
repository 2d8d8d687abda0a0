# fish completion for rung; goes to /usr/share/fish/vendor_completions.d/rung.fish

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

for name in halt poweroff reboot
	complete -c $name -f
	complete -c $name -s d -d 'write no wtmp record'
	complete -c $name -s f -d 'do it here and now'
	complete -c $name -s h -d 'accepted, without effect'
	complete -c $name -s i -d 'take the network interfaces down first'
	complete -c $name -s n -d 'no sync, implies -d'
	complete -c $name -s p -d 'switch the power off'
	complete -c $name -s t -x -d 'grace time in seconds'
	complete -c $name -s w -d 'only write the wtmp record'
	complete -c $name -l help -d 'print the usage'
	complete -c $name -l version -d 'print the version'
end
complete -c reboot -s k -d 'start the kernel loaded by kexec'
complete -c reboot -s m -x -d 'pass a text to the firmware, implies -f'

complete -c runlevel -l help -d 'print the usage'
complete -c runlevel -l version -d 'print the version'
