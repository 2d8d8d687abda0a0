#!/bin/sh
# insserv tells what is wrong with a script, and leaves out what is no script.
# shellcheck disable=SC2016 source=tests/farm.sh
. "${0%/*}/farm.sh"
raw() {
	cat >"$F/etc/init.d/$1"
	chmod 755 "$F/etc/init.d/$1"
}
linked() {
	farm 2 | grep -q "$1\$"
}
script a
raw none <<'END'
#!/bin/sh
END
works insserv none
says "insserv: warning: script 'none' missing LSB tags"
says "insserv: Default-Start undefined, assuming empty start runlevel(s) for script \`none'"
says "insserv: Default-Stop  undefined, assuming empty stop runlevel(s) for script \`none'"
equal links "$(farm)" ''
# but links that it has are kept
link 2 S20none
works insserv
equal links "$(farm 2)" 'rc2.d S01none'
rm "$F/etc/init.d/none"

raw open <<'END'
### BEGIN INIT INFO
# Provides: open
END
tool insserv a
equal status "$status" 1
says 'insserv: FATAL: script open is broken: missing end of LSB comment.'
works insserv -f a
says 'insserv: script open is broken: missing end of LSB comment.'
linked a
rm "$F/etc/init.d/open"

raw few <<'END'
### BEGIN INIT INFO
# Provides: few
# Default-Start: 2
### END INIT INFO
END
works insserv few
says 'insserv: script few is broken: incomplete LSB comment.'
says "insserv: missing \`Required-Start:' entry: please add even if empty."
says "insserv: missing \`Required-Stop:'  entry: please add even if empty."
says "insserv: missing \`Default-Stop:'   entry: please add even if empty."
linked few

script twice Provides='twice a'
tool insserv twice
equal status "$status" 1
says 'insserv: script twice: service a already provided!'
works insserv -f twice
linked twice
works insserv -f -r twice
works insserv a
script twice Provides='a twice'
works insserv -f twice
equal links "$(farm | grep twice || :)" ''
works insserv a
rm "$F/etc/init.d/twice"
# of two without links, the one that is asked for has it
script 1first Provides='1first named'
script named
works insserv named
linked named
rm "$F/etc/init.d/1first"

script system Provides='system $sys'
works insserv system
says 'insserv: script system provides system facility $sys, skipped!'
script overlap Default-Start='2 3' Default-Stop='3 6'
works insserv overlap
says "insserv: Script \`overlap' has overlapping Default-Start and Default-Stop runlevels (2 3) and (3 6). This should be fixed."
linked overlap
equal overlap "$(farm 3 | grep overlap)" 'rc3.d K01overlap'

script still
chmod 644 "$F/etc/init.d/still"
works insserv still
says 'insserv: script still is not an executable file, will be skipped in boot sequence!'
equal still "$(farm | grep still || :)" ''
link 2 S20still
works insserv
equal still "$(farm 2 | grep still)" 'rc2.d S01still'

script unknown Required-Start='$nobody'
works insserv unknown
says 'insserv: warning: could not find all dependencies for $nobody'
linked unknown

# names that are no scripts'
for name in x.dpkg-old x.rpmsave x.bak x.old x.orig x.swp x~ .x _x README x.mine; do
	script "$name" Provides="p$name"
done
mkdir -p "$F/etc/insserv"
echo mine >"$F/etc/insserv/file-filters"
ln -s a "$F/etc/init.d/alias"
for name in x.dpkg-old x.rpmsave x.bak x.old x.orig x.swp x.mine alias; do
	tool insserv "$name"
	equal "links of $name" "$(farm | grep "$name\$" || :)" ''
done

# an override counts, not the script
mkdir "$F/etc/insserv/overrides"
script over
sed 's/2 3 4 5/4/' "$F/etc/init.d/over" >"$F/etc/insserv/overrides/over"
works insserv over
equal over "$(farm | grep over\$ | tr '\n' ' ')" 'rc0.d K01over rc1.d K01over rc4.d S01over rc6.d K01over '

# members of a $facility; conf.d adds some
mkdir "$F/etc/insserv.conf.d"
echo '$mine over' >"$F/etc/insserv.conf.d/mine"
script needs Required-Start='$mine' Default-Start=4
works insserv needs
equal needs "$(farm 4 | grep needs)" 'rc4.d S02needs'
