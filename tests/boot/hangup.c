/*
 * hangup.c - hang up a terminal, as its driver does when the carrier is lost.
 *
 * QEMU's serial port has no carrier that could be lost.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/ioctl.h>

int
main(int argc, char **argv)
{
	int fd = argc == 2 ? open(argv[1], O_RDWR | O_NOCTTY | O_NONBLOCK) : -1;

	if (fd < 0 || ioctl(fd, TIOCVHANGUP) < 0) {
		perror("hangup");
		return 1;
	}
	return 0;
}
