/*
 * record.h - what the runs of this boot have done, a line for each event, and the logs of the scripts.
 *
 * /run/rc/journal is text; fields have a blank between them, and no blank in them (they are escaped as in
 * /proc/mounts, and commas too).  The first is the time: microseconds of CLOCK_BOOTTIME.
 *
 *	TIME level LEVEL PREVIOUS		a run begins
 *	TIME start NAME ACTION PID AFTER LINK	a script begins; AFTER: whose end let it begin, or -
 *	TIME end NAME ACTION PID STATUS USER SYSTEM MAXRSS NEEDED	it has ended: status, or 128 and its signal;
 *						CPU in microseconds, memory in KiB; whom it came after, or -
 *	TIME skip NAME ACTION REASON		running, stopped: it was left out; timeout, interrupted: it was ended
 *	TIME done LEVEL				the run is over
 *
 * A line is one write, and a script's start is written by the process that becomes the script: whatever is
 * killed, what has been started is known.
 *
 * At boot there may be no /run to write to, and then one may be mounted over what is there: it begins where it
 * can, and moves.
 * Errors:  without a place for it the journal is in memory, and there are no logs; all else goes on.
 */
#ifndef CMD_RCRUN_RECORD_H
#define CMD_RCRUN_RECORD_H

#include <stdbool.h>

#include "phase.h"
#include "story.h"

struct record {
	const char *path;	/* its directory; NULL: there is none (yet) */
	int dir, file;
};

usec_t record_now(void);
/* Find its place. */
void record_open(struct record *j);
/* What a run of this boot that was killed has done; nothing, if none was. */
void record_history(const struct record *j, const struct level *l, struct history *h);
/* After a boot begin anew. */
void record_begin(const struct record *j, const struct level *l);
void record_write(const struct record *j, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* A new log, to be written and read; -1: nowhere. */
int record_log(const struct record *j, const char *name);
/* Is there a better place by now?  Then go there. */
void record_move(struct record *j);
/* A log that was opened before it moved. */
void record_keep_log(const struct record *j, const char *name, int log);

#endif
