#!/bin/sh
# pidof leaves zombies out, with -z it knows them by the kernel's name.
# shellcheck source=tests/tools.sh
. "${0%/*}/tools.sh"
put /sbin/parent 755 <<'END'
#!/bin/sh
timeout 0.1 true &
exec sleep 1001
END
boot <<'END'
id:3:initdefault:
a1:3:once:/sbin/parent
END
zombie() {
	grep -q '(timeout) Z' "$R"/proc/[0-9]*/stat 2>/dev/null
}
eventually zombie
status=0
inside pidof timeout || status=$?
equal "status of a zombie" "$status" 1
pid=$(cd "$R/proc" && grep -l '(timeout) Z' [0-9]*/stat 2>/dev/null)
equal "with -z" "$(inside pidof -z timeout)" "${pid%/stat}"
