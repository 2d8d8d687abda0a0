# shellcheck shell=sh
# rcrun.sh - what tests of rcrun begin with: services.sh, and words for scripts that run at once.
#
# gated NAME [HEADER]...	a script that notes "ACTION NAME" and ends when gate_for NAME has been opened (open_gate)
# parallel LEVEL [OPTION]...	run it in the background, by needs; its output is in $T/out
# finished		wait for that
# shellcheck source=tests/services.sh
. "${0%/*}/services.sh"
rung_only

gated() {
	script "$@" <<-END
		echo "\$1 $1" >>/run/notes
		until rm "/run/open.$1" 2>/dev/null; do sleep 0.02; done
	END
}

parallel() {
	inside rcrun "$@" >"$T/out" 2>&1 &
	running=$!
}

finished() {
	wait "$running"
}
