/*
 * hurried.c - preloaded into a program under test: its wall clock and its boottime clock go sixty times as fast, so
 * that a minute passes in a second.
 */
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define FACTOR 60
#define NS 1000000000

static struct { int64_t begin; } clocks[16];

static int64_t
real(clockid_t id)
{
	struct timespec ts;

	syscall(SYS_clock_gettime, id, &ts);
	return (int64_t)ts.tv_sec * NS + ts.tv_nsec;
}

static struct timespec
from_ns(int64_t ns)
{
	return (struct timespec){ .tv_sec = ns / NS, .tv_nsec = ns % NS };
}

int
clock_gettime(clockid_t id, struct timespec *ts)
{
	int64_t now = real(id);

	if (clocks[id].begin == 0)
		clocks[id].begin = now;
	if (id == CLOCK_REALTIME || id == CLOCK_BOOTTIME)
		now = clocks[id].begin + (now - clocks[id].begin) * FACTOR;
	*ts = from_ns(now);
	return 0;
}

time_t
time(time_t *out)
{
	struct timespec ts;

	clock_gettime(CLOCK_REALTIME, &ts);
	if (out != NULL)
		*out = ts.tv_sec;
	return ts.tv_sec;
}

int
gettimeofday(struct timeval *tv, void *zone)
{
	struct timespec ts;

	(void)zone;
	clock_gettime(CLOCK_REALTIME, &ts);
	tv->tv_sec = ts.tv_sec;
	tv->tv_usec = ts.tv_nsec / 1000;
	return 0;
}

int
nanosleep(const struct timespec *wanted, struct timespec *left)
{
	struct timespec ts = from_ns(((int64_t)wanted->tv_sec * NS + wanted->tv_nsec) / FACTOR);

	return (int)syscall(SYS_nanosleep, &ts, left);
}

static clockid_t timer_clock;

int
timerfd_create(int id, int flags)
{
	timer_clock = id;
	return (int)syscall(SYS_timerfd_create, id, flags);
}

int
timerfd_settime(int fd, int flags, const struct itimerspec *new, struct itimerspec *old)
{
	int64_t at = (int64_t)new->it_value.tv_sec * NS + new->it_value.tv_nsec, begin = clocks[timer_clock].begin;
	struct itimerspec t = { .it_value = from_ns(begin + (at - begin) / FACTOR + 1) };

	return (int)syscall(SYS_timerfd_settime, fd, flags, &t, old);
}
