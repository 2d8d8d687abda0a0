#!/bin/sh
# --output appends what the program in the background says to a file; --no-close lets it speak to the caller.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
put /opt/speaker 755 <<'END'
#!/bin/sh
echo "said $1"
echo "complained $1" >&2
read -r line || echo "nothing to read" >>/run/notes
END
says() {
	printf '%s\n' "$@" | cmp -s - "$R/run/output"
}
gives 0 --start --background --startas /opt/speaker --name none --output /run/output -- one
eventually says "said one" "complained one"
eventually noted "nothing to read"
gives 0 --start -b --startas /opt/speaker --name none -O /run/output -- two
eventually says "said one" "complained one" "said two" "complained two"
equal mode "$(inside stat -c %a /run/output)" 644
gives 0 --start -b --startas /opt/speaker --name none --no-close -- three
spoken() {
	grep -qx "said three" "$T/out" && grep -qx "complained three" "$T/err"
}
eventually spoken
gives 0 --start -b --startas /opt/speaker --name none -C -O /run/output -- four
eventually says "said one" "complained one" "said two" "complained two" "said four" "complained four"
