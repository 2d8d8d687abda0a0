/*
 * meant.h - which of several words was probably meant by one that is none of them.
 *
 * Pure; the words are the caller's.
 */
#ifndef CMD_MEANT_H
#define CMD_MEANT_H

#include <stddef.h>

struct meant {
	const char *word;
	size_t len;
	size_t limit;		/* so many steps are too many: letters changed, added, left out or swapped */
	const char *best;	/* the nearest of those that were considered, or NULL */
};

/* What the word begins, from its third letter on, is one step away. */
void meant_consider(struct meant *m, const char *candidate);

#endif
