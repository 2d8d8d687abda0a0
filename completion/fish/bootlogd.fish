# fish completion for bootlogd

complete -c bootlogd -f
complete -c bootlogd -s c -d 'create the log'
complete -c bootlogd -s d -d 'stay in the foreground'
complete -c bootlogd -s e -d 'keep escape sequences in the log'
complete -c bootlogd -s l -r -d 'the log'
complete -c bootlogd -s p -r -d 'the file for the pid'
complete -c bootlogd -s r -d 'rename an old log'
complete -c bootlogd -s s -d 'each line on the disk at once'
complete -c bootlogd -s v -l version -d 'print the version'
complete -c bootlogd -l help -d 'print the usage'
