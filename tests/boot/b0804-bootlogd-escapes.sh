#!/bin/sh
# Colours and carriage returns reach the console, not the log, unless -e is given.
# shellcheck source=tests/boot/bootlogd.sh disable=SC2016
. "${0%/*}/bootlogd.sh"
boot_for_log
guest 'bootlogd -c -l /run/log -p /run/pid'
guest 'printf "\033[1;32mgreen\033[0m text\r\n" >/dev/console'
guest_log ': green text'
guest '! grep -q "$(printf "\r")" /run/log'
eventually serial_has "$(printf '\033[1;32mgreen')"
guest 'kill $(cat /run/pid); sleep 1; bootlogd -e -c -l /run/log2'
guest 'printf "\033[1;32mgreen\033[0m text\r\n" >/dev/console'
guest_log ' text' /run/log2
guest 'grep -q "$(printf ": \033.1;32mgreen")" /run/log2'
