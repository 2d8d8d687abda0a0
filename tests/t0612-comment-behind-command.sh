#!/bin/sh
# A word that begins with # ends the command, and leaves no empty argument behind.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/words 755 <<'END'
#!/bin/sh
note "$#: $*"
END
boot <<END
id:3:initdefault:
a1:3:once:/sbin/words one # two three
END
eventually noted "1: one"
