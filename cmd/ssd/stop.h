/*
 * stop.h - sending signals, and seeing them obeyed.
 *
 * Nothing here polls: the end of a process wakes us through its pidfd.  Without a pidfd (match.h) it looks every
 * 50 ms.  Failures that leave no answer end the program (ssd.h).
 */
#ifndef SSD_STOP_H
#define SSD_STOP_H

#include <stdbool.h>

#include "match.h"
#include "retry.h"

struct stop {
	const struct match *match;
	const char *what;			/* the processes, for messages */
	int signal;
	const struct retry *schedule;	/* NULL: signal once, and do not look back */
	bool test;				/* only tell */
};

enum stop_result {
	STOP_DONE,	/* signalled, and with a schedule: gone */
	STOP_NONE,	/* there was nobody */
	STOP_REFUSED,	/* at the end of the schedule somebody is left */
};
enum stop_result stop_run(const struct stop *s);

#endif
