/*
 * story.h - what a journal tells: which run did not come to its end, and what it has done.
 *
 * Pure: text in, facts out.
 * Ownership:  history_free() frees what a story holds.
 */
#ifndef CMD_RCRUN_STORY_H
#define CMD_RCRUN_STORY_H

#include <stdbool.h>

#include "../journal.h"
#include "names.h"

/* What a run that did not come to its end has done. */
struct history {
	char *level;		/* its level; NULL: there was no such run */
	char *base;		/* the level that was left when all this began */
	struct names up, down;	/* started last, stopped last */
};

struct story {
	struct history h;
	bool open;	/* the last run has not come to its end */
	usec_t last;	/* the time of the last line */
};

/* The text is used up. */
struct story story_read(char *text);
void history_free(struct history *h);

#endif
