# fish completion for pidof

complete -c pidof -f -a '(__fish_complete_proc)'
complete -c pidof -s c -d 'only with the same root directory'
complete -c pidof -s d -x -d 'what to put between pids'
complete -c pidof -s h -l help -d 'print the usage'
complete -c pidof -s n -d 'accepted, without effect'
complete -c pidof -s o -x -a '%PPID (__fish_complete_pids)' -d 'leave these pids out'
complete -c pidof -s q -d 'print nothing'
complete -c pidof -s s -d 'one pid of each program'
complete -c pidof -s x -d 'scripts too'
complete -c pidof -s z -d 'zombies too'
complete -c pidof -l version -d 'print the version'
