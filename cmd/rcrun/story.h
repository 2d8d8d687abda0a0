/*
 * story.h - what a journal tells: which run did not come to its end, and what it has done.
 *
 * Pure: text in, facts out.  Lines that are cut short or unknown are passed over.
 * Ownership:  history_free() frees what a story holds.
 */
#ifndef CMD_RCRUN_STORY_H
#define CMD_RCRUN_STORY_H

#include <stdbool.h>
#include <stdint.h>

#include "names.h"

typedef int64_t usec_t;

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
/* A name as it is in a journal, without blanks; to be freed. */
char *story_escape(const char *name);
void history_free(struct history *h);

#endif
