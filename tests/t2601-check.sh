#!/bin/sh
# rcrun --check shows what is wrong with scripts, headers and links, with file, line and column, and ends with 0, 1 or 2.
# shellcheck source=tests/farm.sh
. "${0%/*}/farm.sh"
rung_only
# finds STATUS <<LINES: exactly these; nothing is left behind for the next
finds() {
	tool rcrun --check
	cat >"$T/wanted"
	equal status "$status" "$1"
	equal said "$(cat "$T/said")" ''
	diff "$T/wanted" "$T/out" || die "something else was found"
	rm -rf "$F"/etc/init.d/* "$F"/etc/rc?.d
}
plain_script() {
	cat >"$F/etc/init.d/$1"
	chmod 755 "$F/etc/init.d/$1"
}

script good "Required-Start=\$remote_fs +absent" Should-Start=absent "Required-Stop=\$null"
script boot Default-Start=S Default-Stop=
script all "Required-Start=\$all good boot" "Provides=all more" X-Interactive=true
link 2 S01good
link S S01boot
link 2 S02all
finds 0 </dev/null

script bad "Provides=bad \$sys #x" "Required-Start=nosuch \$nosuch" Required-Stop=none
finds 2 <<'END'
/etc/init.d/bad:3:17: error: "$sys" cannot be provided: system facilities are insserv.conf's
  # Provides: bad $sys #x
                  ^~~~
/etc/init.d/bad:3:22: error: "#x" cannot be provided: system facilities are insserv.conf's
  # Provides: bad $sys #x
                       ^~
/etc/init.d/bad:4:19: error: Required-Start: no script provides "nosuch"
  # Required-Start: nosuch $nosuch
                    ^~~~~~
/etc/init.d/bad:4:26: error: Required-Start: "$nosuch" is not defined in insserv.conf
  # Required-Start: nosuch $nosuch
                           ^~~~~~~
/etc/init.d/bad:5:18: error: Required-Stop: no script provides "none"
  # Required-Stop: none
                   ^~~~
END

script one "Provides=one same"
script two "Provides=two same"
link 2 S01one
finds 2 <<'END'
/etc/init.d/two:3:17: error: "same" is provided by one already
  # Provides: two same
                  ^~~~
END

script levels "Default-Start=2 33 X" Default-Stop=2 X-Interactive=yes
finds 2 <<'END'
/etc/init.d/levels:6:20: error: expected levels, 0 to 6 and S, with blanks between them
  # Default-Start: 2 33 X
                     ^~
/etc/init.d/levels:6:23: error: expected levels, 0 to 6 and S, with blanks between them
  # Default-Start: 2 33 X
                        ^
/etc/init.d/levels:8:18: warning: X-Interactive: only "true" has an effect
  # X-Interactive: yes
                   ^~~
/etc/init.d/levels:7:17: warning: a level of Default-Start is here, too: there it is stopped
  # Default-Stop: 2
                  ^
END

# a tab stays one, so that the mark is below the word
plain_script few <<'END'
#!/bin/sh
### BEGIN INIT INFO
# Provides: few
#	X-Timeout:	1m
# Required-Strat:
# Required-Start:
# Default-Start: 2
# Default-Stop:
### END INIT INFO
END
finds 2 <<'END'
/etc/init.d/few:2:1: warning: no Required-Stop: expected a line with it, if only empty
  ### BEGIN INIT INFO
  ^~~~~~~~~~~~~~~~~~~
/etc/init.d/few:5:3: warning: unknown keyword; did you mean "Required-Start"?
  # Required-Strat:
    ^~~~~~~~~~~~~~
/etc/init.d/few:4:14: error: X-Timeout: expected a number of seconds
  #	X-Timeout:	1m
   	          	^~
END

plain_script open <<'END'
# Provides: open
### BEGIN INIT INFO
END
finds 2 <<'END'
/etc/init.d/open:2:1: error: the header has no end: expected a line "### END INIT INFO"
  ### BEGIN INIT INFO
  ^~~~~~~~~~~~~~~~~~~
END

# what has no links is nobody's business
plain_script none <<'END'
#!/bin/sh
END
script off
chmod -x "$F/etc/init.d/off"
finds 0 </dev/null
plain_script none <<'END'
#!/bin/sh
END
link 3 S05none
finds 1 <<'END'
/etc/init.d/none: warning: no header: it waits for all links before its own, and all behind it wait for it
END
script off
chmod -x "$F/etc/init.d/off"
link 3 K05off
link 3 S07gone
finds 2 <<'END'
/etc/init.d/off: error: not executable: its links are not run
/etc/rc3.d/S07gone: error: it leads to no file
END

script a Required-Start=b
script b Should-Start=c
script c Required-Start=a
finds 2 <<'END'
/etc/init.d/b:6:17: error: a loop, left out here: "c"
  # Should-Start: c
                  ^
  when they start: b before a before c before b
END
script a Required-Stop=b
script b Required-Stop=a
finds 2 <<'END'
/etc/init.d/b:5:18: error: a loop, left out here: "a"
  # Required-Stop: a
                   ^
  when they stop: a before b before a
END
script last "Required-Start=\$all"
script later Required-Start=last
finds 1 <<'END'
/etc/init.d/last:4:19: warning: not $all: later cannot be among them
  # Required-Start: $all
                    ^~~~
END

script good
script needs Required-Start=good
link 2 S01good
link 2 S02needs
link 3 S02needs
finds 2 <<'END'
/etc/init.d/needs:4:19: error: "good" is not started in level 3
  # Required-Start: good
                    ^~~~
END

# the header of the administrator is the one that counts
script over Required-Start=nosuch
mkdir -p "$F/etc/insserv/overrides"
sed 's/nosuch/nobody/' "$F/etc/init.d/over" >"$F/etc/insserv/overrides/over"
finds 2 <<'END'
/etc/insserv/overrides/over:4:19: error: Required-Start: no script provides "nobody"
  # Required-Start: nobody
                    ^~~~~~
END
rm -r "$F/etc/insserv"
echo "\$x \$y" >"$F/etc/insserv.conf"
echo "\$y \$x" >>"$F/etc/insserv.conf"
script nested "Required-Start=\$x"
finds 2 <<'END'
/etc/insserv.conf: error: $x is a member of itself, or nested too deeply
END
rmdir "$F/etc/init.d"
finds 2 <<'END'
/etc/init.d: error: No such file or directory
END
mkdir "$F/etc/init.d"

# below another root
script bad Required-Stop=none
mkdir "$F/other"
mv "$F/etc" "$F/other"
mkdir -p "$F/etc/init.d"
tool rcrun --check --root /other
equal status "$status" 2
equal "the first line" "$(head -n 1 "$T/out")" \
	'/other/etc/init.d/bad:5:18: error: Required-Stop: no script provides "none"'
