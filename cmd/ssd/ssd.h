/*
 * ssd.h - what the parts of start-stop-daemon share: how they speak, and how they give up.
 *
 * Output:  news goes to standard output (--quiet keeps it back, --verbose adds to it), errors and warnings go
 *          to standard error.  News is flushed at once: what execs next would lose it.
 * Errors:  a wrong call ends with status 3, all else that goes wrong with 2; --status says 4 for both.
 */
#ifndef SSD_H
#define SSD_H

#include <stdbool.h>

enum ssd_loudness { SSD_QUIET, SSD_NORMAL, SSD_VERBOSE };

struct ssd {
	const char *name;	/* what errors begin with */
	enum ssd_loudness loudness;
	int usage_status;	/* of a wrong call */
	int failure_status;	/* of all else */
	int error_fd;		/* where errors go; a child that has no terminal left sends them to its parent */
	bool line_begun;	/* by our caller, who has not ended it: an error needs a line of its own */
};
extern struct ssd ssd;

#define SSD_FORMAT(f, a) __attribute__((format(printf, f, a)))

/* A line on standard output, unless --quiet; and one that only --verbose wants. */
void ssd_say(const char *fmt, ...) SSD_FORMAT(1, 2);
void ssd_say_more(const char *fmt, ...) SSD_FORMAT(1, 2);
void ssd_warn(const char *fmt, ...) SSD_FORMAT(1, 2);
_Noreturn void ssd_fail(const char *fmt, ...) SSD_FORMAT(1, 2);
_Noreturn void ssd_wrong_usage(const char *fmt, ...) SSD_FORMAT(1, 2);

#endif
