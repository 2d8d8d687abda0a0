/*
 * retry.h - the schedule of --retry: which signals to send, and how long to wait after each.
 *
 *	TIMEOUT			the same as SIGNAL/TIMEOUT/KILL/TIMEOUT
 *	ITEM/ITEM[/ITEM]...	an item is a signal (TERM, -TERM, -15), a timeout, or, once, "forever": the items
 *				behind it are repeated until nobody is left
 *
 * Pure: text in, items out.
 *
 * Units:      timeouts are seconds.
 * Ownership:  the items belong to the schedule; retry_free() gives them back.
 */
#ifndef SSD_RETRY_H
#define SSD_RETRY_H

#include <stdbool.h>
#include <stddef.h>

struct retry_item {
	bool is_signal;
	int value;	/* the signal, or seconds */
};

struct retry {
	struct retry_item *items;
	size_t count;
	size_t again;	/* after the last item go on with this one; count: it is the end */
};

/* A signal by its name or number; 0 only tests who is there.  -1: no such signal. */
int retry_signal(const char *s, size_t len);
/*
 * NULL, or what is wrong at text[*at]; then there is nothing to free.  signal is what a timeout alone
 * begins with.
 */
const char *retry_parse(struct retry *s, const char *text, int signal, size_t *at);
void retry_free(struct retry *s);

#endif
