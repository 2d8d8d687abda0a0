# fish completion for halt, poweroff and reboot; the other names are links to it

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
