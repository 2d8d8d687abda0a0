/*
 * plan.h - what a shutdown is to do, read from its command line and checked.
 */
#ifndef CMD_PLAN_H
#define CMD_PLAN_H

#include <stdbool.h>
#include <time.h>

#include "schedule.h"

struct plan {
	char level;		/* for init: 0, 6, 1, S ... */
	const char *halt;	/* what becomes of INIT_HALT: "INIT_HALT=HALT", or "INIT_HALT", which removes it */
	int seconds;		/* grace time between TERM and KILL */
	bool only_warn;		/* -k */
	bool alone;		/* -n: without init */
	bool fast, force;	/* -f, -F: markers for the next boot */
	enum warnings warnings;
	struct when when;
	char *message;		/* of the administrator, with its line end; or "" */
};

#endif
