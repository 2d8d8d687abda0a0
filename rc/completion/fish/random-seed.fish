# fish completion for random-seed

complete -c random-seed -f -n 'not __fish_seen_subcommand_from load save' -a 'load save'
complete -c random-seed -F -n '__fish_seen_subcommand_from load save'
complete -c random-seed -l help -d 'print the usage'
complete -c random-seed -l version -d 'print the version'
