# fish completion for killall5

complete -c killall5 -f
complete -c killall5 -n 'test (count (commandline -opc)) -eq 1' -a '-15 -9 -18' -d 'signal'
complete -c killall5 -s o -x -a '(__fish_complete_pids)' -d 'spare these pids'
complete -c killall5 -l help -d 'print the usage'
complete -c killall5 -l version -d 'print the version'
