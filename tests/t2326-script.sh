#!/bin/sh
# A daemon that is a script is found by its path, and nobody else who has to do with that file is.
# shellcheck source=tests/ssd.sh
. "${0%/*}/ssd.sh"
for interpreter in /bin/sh '/bin/sh -e'; do
	put /opt/greeter 755 <<-END
		#!$interpreter
		while :; do sleep 1000; done
	END
	daemon=$(spawn /opt/greeter an argument)
	eventually has_name "$daemon" greeter
	by_hand=$(spawn sh /opt/greeter)
	reader=$(spawn tail -f /opt/greeter)
	gives 0 --stop --test --exec /opt/greeter
	out_is "Would send signal 15 to $daemon."
	inside ln -sf greeter /opt/link
	gives 0 --stop --test --exec /opt/link
	out_is "Would send signal 15 to $daemon."
	echo "$reader" | put /run/greeter.pid
	gives 1 --status --pidfile /run/greeter.pid --exec /opt/greeter
	gives 1 --start --background --exec /opt/greeter
	out_is "/opt/greeter already running."
	# another file of that name is another script
	inside mkdir -p /other
	inside cp /opt/greeter /other/greeter
	gives 1 --stop --exec /other/greeter
	gives 0 --stop --retry 5 --exec /opt/greeter
	eventually gone "$daemon"
	runs "$by_hand" && runs "$reader"
	gives 1 --stop --exec /opt/greeter
	for pid in "$by_hand" "$reader"; do
		gives 0 --stop --retry 0/KILL/5 --pid "$pid"
	done
done
