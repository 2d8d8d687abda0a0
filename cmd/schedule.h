/*
 * schedule.h - when shutdown goes down, and when it warns.  Pure: no clock is read, nothing waits.
 *
 * Times:    what is given as minutes counts on the boottime clock, a time of day on the wall clock
 *           (clock_gettime(2)): either goes on during a suspend, only the second one follows `date -s`.
 * Units:    left is in milliseconds; minutes are rounded up, as people say them.
 */
#ifndef CMD_SCHEDULE_H
#define CMD_SCHEDULE_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#define SCHEDULE_HOURS_MAX 99999
#define SCHEDULE_LOGINS_CLOSE 5	/* minutes before the end */

#define SCHEDULE_START -1	/* as minutes before: it is asked for the first time */

enum warnings { WARN_ALL, WARN_FEWER, WARN_LAST };	/* no option, -q, -Q */

struct when {
	bool time_of_day;	/* minutes since midnight; else from now */
	long minutes;
};

/* Read "now", "M", "+M", "H:MM" or "+H:MM"; false if text is none of them. */
bool schedule_parse(const char *text, struct when *w);
/* When it is next that many minutes after midnight, in this time zone; now's own minute is now. */
time_t schedule_time_of_day(long minutes, time_t now);
/* The minutes that are left, the one that has begun included; 0 when the time has come. */
long schedule_minutes(int64_t left);
/*
 * Is it time for a warning, with so many minutes left, and before that many when it was asked last?  A suspend or a
 * step of the clock passes over some that were due: then one tells what is true now.
 */
bool schedule_warns(long minutes, long before, enum warnings w);
/* The minutes left at the next thing to do: a warning, logins to close, or the end, which is 0. */
long schedule_next(long minutes, enum warnings w);

#endif
