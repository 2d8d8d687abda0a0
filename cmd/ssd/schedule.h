/*
 * schedule.h - the text of --retry: which signals to send, and how long to wait after each.
 *
 *	TIMEOUT			the same as SIGNAL/TIMEOUT/KILL/TIMEOUT
 *	ITEM/ITEM[/ITEM]...	an item is a signal (TERM, -TERM, -15), a timeout, or, once, "forever": the items
 *				behind it are repeated until nobody is left
 *
 * Pure: text in, items out.
 *
 * Units:      timeouts are seconds.
 * Ownership:  the items belong to the schedule; schedule_free() gives them back.
 */
#ifndef SSD_SCHEDULE_H
#define SSD_SCHEDULE_H

#include <stdbool.h>
#include <stddef.h>

struct schedule_item {
	bool is_signal;
	int value;	/* the signal, or seconds */
};

struct schedule {
	struct schedule_item *items;
	size_t count;
	size_t again;	/* after the last item go on with this one; count: it is the end */
};

/* A signal by its name or number; 0 only tests who is there.  -1: no such signal. */
int schedule_signal(const char *s, size_t len);
/*
 * NULL, or what is wrong at text[*at]; then there is nothing to free.  signal is what a timeout alone
 * begins with.
 */
const char *schedule_parse(struct schedule *s, const char *text, int signal, size_t *at);
void schedule_free(struct schedule *s);

#endif
