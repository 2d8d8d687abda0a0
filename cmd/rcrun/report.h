/*
 * report.h - what one sees of a run: a line for each script that has ended, and a summary.
 *
 * All goes to standard output, each piece in one write: pieces of scripts that run at once do not mix.
 */
#ifndef CMD_RCRUN_REPORT_H
#define CMD_RCRUN_REPORT_H

#include <stdbool.h>

#include "journal.h"

struct ending {
	const struct job *job;
	const char *action;
	int status;			/* or 128 and its signal */
	const char *because;		/* timeout or interrupted: how we have ended it; NULL: it has by itself */
	usec_t took;
	int log;			/* -1: it had the console */
	bool kept;			/* its log can be read afterwards */
};

/* verbose: also the logs of what has not failed. */
void report_begin(bool verbose);
void report_say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* A script begins that has the console, or is alone. */
void report_start(const struct job *j, const char *action);
/* Of those that run at once, this one has run longest. */
void report_waiting(const struct job *j, const char *action);
void report_end(const struct ending *e);
/* path: where the logs are, or NULL */
void report_summary(const char *level, usec_t took, const char *path);

#endif
