/*
 * run.h - run the scripts of a phase: start each when its turn has come, wait for it, and end what takes too long.
 *
 * One fork and one exec for each script.  Those that run at once have their output in their logs, no input and a
 * process group each; one that runs alone has the console's input, and Ctrl-C.
 * Everything happens in run_phase(), which sleeps until a signal comes or a time is up.
 */
#ifndef CMD_RCRUN_RUN_H
#define CMD_RCRUN_RUN_H

#include "record.h"
#include "turns.h"

/* A script that has ended, for whoever shows it. */
struct ending {
	const struct job *job;
	const char *action;
	int status;			/* or 128 and its signal */
	const char *because;		/* timeout or interrupted: how we have ended it; NULL: it has by itself */
	usec_t took;
	int log;			/* -1: it had the console */
	bool kept;			/* its log can be read afterwards */
};

/* What is told of a run, as it goes on. */
struct run_view {
	void (*say)(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
	/* A script begins that has the console, or is alone. */
	void (*start)(const struct job *j, const char *action);
	/* Of those that run at once, this one has run longest. */
	void (*waiting)(const struct job *j, const char *action);
	void (*end)(const struct ending *e);
};

struct run {
	const struct level *level;
	const struct run_view *view;
	struct record record;
	unsigned jobs;		/* so many may compute at a time; those that wait do not count */
	unsigned notice;	/* seconds, after which a script is named that has not ended; 0: never */
	int input;		/* of scripts that run at once, see run_open_input(); -1: ours */
	int console;		/* standard output of those that have the console */
	char *last;		/* the name of the script that has ended last; NULL: none */
};

/* Block the signals that it waits for; before anything else. */
void run_block_signals(void);
/* Before any other file is opened. */
void run_open_input(struct run *run);
void run_phase(struct run *run, struct phase *p);

#endif
