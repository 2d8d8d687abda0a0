/*
 * turns.h - whose turn it is: the nodes of a graph, each once those before it have ended.
 *
 * Of those that could begin, the one comes first that most others wait for, one behind the other; of equal
 * ones the first of the graph: the order is always the same.
 * Pure: it neither starts nor waits.
 * Ownership:  turns_free() frees what turns_begin() has taken; the graph is the caller's, and stays as it is.
 */
#ifndef CMD_RCRUN_TURNS_H
#define CMD_RCRUN_TURNS_H

#include <stdbool.h>
#include <stddef.h>

#include "../graph.h"

struct turns {
	const struct graph *g;
	const bool *passes;	/* nodes that have nothing to do: their end is their begin */
	struct graph_out out;
	size_t *waits;		/* of each node, for so many others */
	size_t *freed_by;	/* of each node: whose end let it begin; GRAPH_NONE: nobody's */
	unsigned *height;	/* of each node: how many come behind it, one after the other */
	size_t *ready, count;	/* who could begin, the first one last */
};

/* Once its loops are broken.  Nodes that stand for what nobody provides pass, too. */
void turns_begin(struct turns *t, const struct graph *g, const bool *passes);
/* GRAPH_NONE: nobody can begin before another has ended. */
size_t turns_first(const struct turns *t);
/* The first begins. */
void turns_take(struct turns *t);
void turns_end(struct turns *t, size_t node);
/* Call take() once for each node that a node comes after, looking through those that pass. */
void turns_before(const struct turns *t, size_t node, void (*take)(size_t before, const struct graph_edge *e, void *arg),
    void *arg);
void turns_free(struct turns *t);

#endif
