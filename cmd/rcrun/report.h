/*
 * report.h - what one sees of a run: a line for each script that has ended, and a summary.
 *
 * All goes to standard output, each piece in one write: pieces of scripts that run at once do not mix.
 */
#ifndef CMD_RCRUN_REPORT_H
#define CMD_RCRUN_REPORT_H

#include <stdbool.h>

#include "run.h"

extern const struct run_view report_view;

/* verbose: also the logs of what has not failed. */
void report_begin(bool verbose);
void report_say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* path: where the logs are, or NULL */
void report_summary(const char *level, usec_t took, const char *path);

#endif
