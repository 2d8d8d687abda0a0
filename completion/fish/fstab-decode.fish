# fish completion for fstab-decode

complete -c fstab-decode -x -a '(__fish_complete_subcommand)'
complete -c fstab-decode -l help -d 'print the usage'
complete -c fstab-decode -l version -d 'print the version'
