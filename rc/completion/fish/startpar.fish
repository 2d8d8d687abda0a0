# fish completion for startpar

complete -c startpar -s a -x -d 'argument of each program'
complete -c startpar -s d -r -d 'place of the scripts'
complete -c startpar -s e -r -d 'place of the links'
complete -c startpar -s f -d 'copy standard input'
complete -c startpar -s M -x -a 'boot start stop halt' -d 'run the scripts of a level'
complete -c startpar -s n -d 'write names in front of output'
complete -c startpar -s P -x -a 'N 0 1 2 3 4 5 6 S' -d 'level before'
complete -c startpar -s p -x -d 'so many for each processor'
complete -c startpar -s R -x -a '0 1 2 3 4 5 6 S' -d 'level'
complete -c startpar -s v -d 'print the version of the options'
complete -c startpar -s h -l help -d 'print the usage'
complete -c startpar -l version -d 'print the version'
