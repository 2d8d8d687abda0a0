#include <time.h>

#include "clock.h"

static struct timespec
read_clock(clockid_t id)
{
	struct timespec ts = { .tv_nsec = 0 };

	(void)clock_gettime(id, &ts);	/* cannot fail with these */
	return ts;
}

msec_t
clock_now(void)
{
	struct timespec ts = read_clock(CLOCK_MONOTONIC);

	return (msec_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000 + 1;
}

usec_t
clock_uptime(void)
{
	struct timespec ts = read_clock(CLOCK_BOOTTIME);

	return (usec_t)ts.tv_sec * 1000000 + ts.tv_nsec / 1000;
}

msec_t
clock_earlier(msec_t a, msec_t b)
{
	if (a == 0 || (b != 0 && b < a))
		return b;
	return a;
}
