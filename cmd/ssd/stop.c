#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../clock.h"
#include "ssd.h"
#include "stop.h"

#define WAIT_MAX_MS 1000000	/* poll(2) takes an int */
#define LOOK_AGAIN_MS 50	/* for a process without a pidfd */

static void
tell_stopped(const struct stop *s, const struct processes *p, const bool *reached, int round)
{
	if (ssd.loudness < SSD_VERBOSE)
		return;
	(void)printf("Stopped %s (pid", s->what);
	for (size_t i = 0; i < p->count; i++)
		if (reached[i])
			(void)printf(" %d", (int)p->list[i].pid);
	(void)printf(round > 0 ? "), retry #%d.\n" : ").\n", round);
	(void)fflush(stdout);
}

/* Signal them all; says how many it reached. */
static size_t
signal_all(const struct stop *s, const struct processes *p, int signal, int round)
{
	bool *reached = calloc(p->count + 1, sizeof *reached);
	size_t count = 0;

	if (reached == NULL)
		ssd_fail("out of memory");
	for (size_t i = 0; i < p->count; i++) {
		pid_t pid = p->list[i].pid;
		int err = 0;

		if (s->test)
			ssd_say("Would send signal %d to %d.", signal, (int)pid);
		else
			err = match_signal(&p->list[i], signal);
		if (err < 0 && err != -ESRCH) /* it has just ended: as if it had not been found */
			ssd_warn("failed to kill %d: %s", (int)pid, strerror(-err));
		reached[i] = err == 0;
		count += reached[i];
	}
	if (count > 0 && !s->test)
		tell_stopped(s, p, reached, round);
	free(reached);
	return count;
}

/* Until somebody ends or so many milliseconds have passed. */
static void
wait_for_one(const struct processes *p, long long ms)
{
	struct pollfd *ends = calloc(p->count, sizeof *ends);
	nfds_t n = 0;

	if (ends == NULL)
		ssd_fail("out of memory");
	for (size_t i = 0; i < p->count; i++)
		if (p->list[i].fd >= 0)
			ends[n++] = (struct pollfd){ .fd = p->list[i].fd, .events = POLLIN };
	if (n < p->count && ms > LOOK_AGAIN_MS)
		ms = LOOK_AGAIN_MS;
	(void)poll(ends, n, ms > WAIT_MAX_MS ? WAIT_MAX_MS : (int)ms);
	free(ends);
}

/*
 * Are all gone within that time?  Those that were found once are waited for though they match no more (a daemon
 * removes its pid file before it ends); and when they are gone, others may match (it had children).
 */
static bool
all_gone(const struct stop *s, struct processes *p, int seconds)
{
	msec_t until = clock_now() + seconds * 1000LL;

	for (;;) {
		msec_t left = until - clock_now();

		match_drop_dead(p);
		if (p->count == 0 && match_find(s->match, p) != MATCH_FOUND)
			return true;
		if (left <= 0)
			return false;
		wait_for_one(p, left);
	}
}

static enum stop_result
follow(const struct stop *s, struct processes *p)
{
	const struct retry *plan = s->schedule;
	int round = 0;
	bool reached = false;

	for (size_t i = 0; i < plan->count;) {
		const struct retry_item *item = &plan->items[i];

		if (!item->is_signal && all_gone(s, p, item->value))
			return STOP_DONE;
		if (item->is_signal) {
			/* also those that have come since */
			match_drop_dead(p);
			(void)match_find(s->match, p);
			if (p->count == 0)
				return STOP_DONE;
			reached |= signal_all(s, p, item->value, round++) > 0;
			/* what we may not signal does not run for us */
			if (!reached)
				return STOP_NONE;
		}
		i++;
		if (i == plan->count && plan->again < plan->count)
			i = plan->again;
	}
	return all_gone(s, p, 0) ? STOP_DONE : STOP_REFUSED;
}

enum stop_result
stop_run(const struct stop *s)
{
	struct processes p = { 0 };
	enum stop_result result = STOP_NONE;

	(void)match_find(s->match, &p);
	if (p.count > 0 && s->schedule && !s->test) {
		result = follow(s, &p);
	} else if (p.count > 0) {
		size_t reached = signal_all(s, &p, s->signal, 0);

		result = reached > 0 ? STOP_DONE : STOP_NONE;
		if (reached < p.count)
			ssd_say("%zu pids were not killed", p.count - reached);
	}
	if (result == STOP_NONE)
		ssd_say("No %s found running; none killed.", s->what);
	if (result == STOP_REFUSED)
		ssd_say("Program %s, %zu process(es), refused to die.", s->what, p.count);
	match_free(&p);
	return result;
}
