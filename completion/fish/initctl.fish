# fish completion for initctl

set -l verbs blame chain plot save
complete -c initctl -n "not __fish_seen_subcommand_from $verbs" -f
complete -c initctl -n "not __fish_seen_subcommand_from $verbs" -a blame -d 'what took how long, slowest first'
complete -c initctl -n "not __fish_seen_subcommand_from $verbs" -a chain -d 'the critical path'
complete -c initctl -n "not __fish_seen_subcommand_from $verbs" -a plot -d 'a picture, SVG'
complete -c initctl -n "not __fish_seen_subcommand_from $verbs" -a save -d 'keep this boot for the next one'
complete -c initctl -l json -d 'the same for programs'
complete -c initctl -l previous -d 'compare with the boot before'
complete -c initctl -l help -d 'print the usage'
complete -c initctl -l version -d 'print the version'
