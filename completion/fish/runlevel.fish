# fish completion for runlevel

complete -c runlevel -l help -d 'print the usage'
complete -c runlevel -l version -d 'print the version'
