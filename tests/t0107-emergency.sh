#!/bin/sh
# The words -b and emergency run sulogin before anything else, and the boot goes on after it.
# shellcheck source=tests/lib.sh
. "${0%/*}/lib.sh"
put /sbin/sulogin 755 <<'END'
#!/bin/sh
exec /sbin/gate sulogin "$RUNLEVEL"
END
for word in -b emergency; do
	boot -- "$word" <<-END
		id:3:initdefault:
		si::sysinit:/sbin/note si
		a1:3:once:/sbin/note a1
	END
	eventually noted "gate sulogin S"
	never_within 200 noted si
	open_gate sulogin
	eventually noted a1
	noted si
	power_cut
done
