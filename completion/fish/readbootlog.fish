# fish completion for readbootlog

complete -c readbootlog -f
complete -c readbootlog -s f -r -d 'the log'
complete -c readbootlog -s h -l help -d 'print the usage'
complete -c readbootlog -l version -d 'print the version'
