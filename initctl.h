/*
 * initctl.h - the message of the request FIFO /run/initctl, initctl(5): what init and its clients
 * agree on.
 *
 * Layout:   384 bytes in the machine's byte order, the classic's since 1997.
 */
#ifndef RUNG_INITCTL_H
#define RUNG_INITCTL_H

#include <stddef.h>
#include <stdint.h>

#define INITCTL_MAGIC 0x03091969
#define INITCTL_DATA 368
#define INITCTL_SECONDS 3	/* grace time of a request that names none */
#define INITCTL_SECONDS_MAX 3600	/* more counts as so many */

enum initctl_command {
	INITCTL_START = 0,		/* never used */
	INITCTL_RUNLVL = 1,		/* runlevel: a letter of telinit(8); sleeptime: grace, in seconds */
	INITCTL_POWERFAIL = 2,
	INITCTL_POWERFAILNOW = 3,
	INITCTL_POWEROK = 4,
	INITCTL_BSD = 5,		/* never used */
	INITCTL_SETENV = 6,		/* data: NAME=VALUE or NAME, each with its NUL, then an empty one */
	INITCTL_UNSETENV = 7,		/* never used */
	INITCTL_KILLED = 256,		/* rung's: in level 0 or 6, all that was left has been killed */
};

struct initctl_request {
	int32_t magic;
	int32_t command;
	int32_t runlevel;
	int32_t sleeptime;
	char data[INITCTL_DATA];
};

_Static_assert(sizeof(struct initctl_request) == 384, "layout of initctl(5)");

#endif
