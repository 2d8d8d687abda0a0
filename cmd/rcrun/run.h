/*
 * run.h - run the scripts of a phase: start each when its turn has come, wait for it, and end what takes too long.
 *
 * One fork and one exec for each script.  Those that run at once have their output in their logs, no input and a
 * process group each; one that runs alone has the console's input, and Ctrl-C.
 * Everything happens in run_phase(), which sleeps until a signal comes or a time is up.
 */
#ifndef CMD_RCRUN_RUN_H
#define CMD_RCRUN_RUN_H

#include "journal.h"
#include "turns.h"

struct run {
	const struct level *level;
	struct journal journal;
	unsigned jobs;		/* so many may compute at a time; those that wait do not count */
	unsigned notice;	/* seconds, after which a script is named that has not ended; 0: never */
	int input;		/* of scripts that run at once; see run_open_input() */
	char *last;		/* the name of the script that has ended last; NULL: none */
};

/* Block the signals that it waits for; before anything else. */
void run_block_signals(void);
void run_open_input(struct run *run);
void run_phase(struct run *run, struct phase *p);

#endif
