/*
 * clock.h - the time that init goes by.
 *
 * Units:   msec_t is milliseconds on the monotonic clock (clock_gettime(2), CLOCK_MONOTONIC): it
 *          never steps, and it means the same before and after an exec of the same boot.
 *          In a deadline 0 means none.
 */
#ifndef RUNG_CLOCK_H
#define RUNG_CLOCK_H

#include <stdint.h>

typedef int64_t msec_t;
typedef int64_t usec_t;

/* Microseconds since the kernel's start, the time of a suspend included (CLOCK_BOOTTIME). */
usec_t clock_uptime(void);
/* Now, never 0. */
msec_t clock_now(void);
/* The earlier of two deadlines; 0 is none. */
msec_t clock_earlier(msec_t a, msec_t b);

#endif
