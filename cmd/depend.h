/*
 * depend.h - the dependency files .depend.boot, .depend.start and .depend.stop, which startpar reads.
 *
 * Other programs parse and compare them, so they are byte for byte what insserv has always written; where the
 * order of words follows no rule that could be told, that order is kept too.
 */
#ifndef CMD_DEPEND_H
#define CMD_DEPEND_H

#include "graph.h"

struct depend {
	const struct graph *graph;	/* its nodes and edges are written ... */
	const struct graph *start;	/* the one for starting, with the same nodes */
	const bool *listed;		/* ... as far as they are in this file */
	const size_t *order;		/* of the nodes in the file */
	unsigned sorted_up_to;		/* higher numbers are not put in order */
};

/* The text of a file, to be freed. */
char *depend_text(const struct depend *d, size_t *len);

#endif
