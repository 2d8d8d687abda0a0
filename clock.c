#include <time.h>

#include "clock.h"

msec_t
clock_now(void)
{
	struct timespec ts = { .tv_nsec = 0 };

	(void)clock_gettime(CLOCK_MONOTONIC, &ts);	/* cannot fail with this clock */
	return (msec_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000 + 1;
}

msec_t
clock_earlier(msec_t a, msec_t b)
{
	if (a == 0 || (b != 0 && b < a))
		return b;
	return a;
}
