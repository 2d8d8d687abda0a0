/*
 * graph.h - who comes before whom: facilities, edges, loops, and the numbers (waves) that follow.
 *
 * A node is a script, a facility a name that scripts provide or that insserv.conf defines.  One graph is for
 * starting; another, with its own edges, is for stopping: "before" means then "is stopped before".
 *
 * Edges between scripts without a common level are kept: they count on the way from one level to another.
 * Ownership:  the graph owns copies of all names; graph_free() frees it whole.
 * Errors:     no memory ends the program (xalloc.h); everything else is reported to graph.report.
 */
#ifndef CMD_GRAPH_H
#define CMD_GRAPH_H

#include <stdbool.h>
#include <stddef.h>

#include "../span.h"

#define GRAPH_NUMBER_MAX 99
#define GRAPH_NONE ((size_t)-1)

/* Weakest first: a loop is broken at its weakest edge. */
enum graph_strength {
	GRAPH_APART,			/* its ends have no level in common: breaking it is not worth a word */
	GRAPH_PLACE,			/* one of them has no header: its place among the links is all that is known */
	GRAPH_ALL,			/* $all */
	GRAPH_SHOULD,
	GRAPH_REQUIRED,
};

struct graph_edge {
	size_t before, after;		/* nodes */
	enum graph_strength strength;
	bool broken;			/* left out, because it closed a loop */
	int key;			/* graph.key when it was asked for */
	const char *facility;		/* by which name; NULL for GRAPH_PLACE and GRAPH_ALL */
};

struct graph_node {
	char *name;
	unsigned levels;
	bool interactive;		/* wants the console alone */
	bool after_absent;		/* it would come after a facility that nobody provides */
	unsigned number;		/* from 1; the wave it belongs to; of no meaning if nobody provides it */
	size_t rank;			/* of two interactive ones, the lower goes first; its index if not changed */
	size_t *in, in_count;		/* its edges from nodes before it */
};

enum graph_problem {
	GRAPH_UNKNOWN_FACILITY,		/* node requires a $facility that is defined nowhere */
	GRAPH_FACILITY_LOOP,		/* a $facility is a member of itself */
	GRAPH_LOOP,			/* path[0..count) are the nodes of a loop, each before the next */
};

struct graph_report {
	enum graph_problem kind;
	size_t node;
	const char *facility;
	const size_t *path;
	size_t count, edge;		/* of a loop: edge is left out, from the last of path to the first */
};

struct graph {
	struct graph_node *node;
	size_t nodes, given;	/* the first are those of graph_add(); others stand for what nobody provides */
	struct graph_edge *edge;
	size_t edges;
	struct facility *facility;
	size_t facilities;
	size_t *hash, hash_size;
	int key;		/* the caller's: what edges that are made now are made for */
	void (*report)(void *arg, const struct graph_report *r);
	void *arg;
};

void graph_free(struct graph *g);

/* insserv.conf: $name has this member; "+member" is optional. */
void graph_define(struct graph *g, const char *name, const char *member);
/* A new node; its names follow with graph_provide(). */
size_t graph_add(struct graph *g, const char *name, unsigned levels, bool interactive);
/* False: another node provides it already. */
bool graph_provide(struct graph *g, size_t node, const char *facility);
/* The node, or GRAPH_NONE. */
size_t graph_provider(const struct graph *g, const char *facility);

/*
 * Once all nodes are there: node comes after (or before) whoever provides the facility.  A "+" in front of it
 * makes it optional, as GRAPH_SHOULD does: who is not there is not missed.
 */
void graph_after(struct graph *g, size_t node, const char *facility, enum graph_strength strength);
void graph_before(struct graph *g, size_t node, const char *facility, enum graph_strength strength);
/* $all: these nodes come after all others, or before all; is_last[] has an element for each node. */
void graph_after_all(struct graph *g, const bool *is_last);
void graph_before_all(struct graph *g, const bool *is_first);

/* Two that have no names for each other. */
void graph_place(struct graph *g, size_t before, size_t after);

/* Edges from each node, as long as there are no new ones: edge[start[n]] up to edge[start[n + 1]]. */
struct graph_out {
	size_t *edge, *start;
};
void graph_list_out(const struct graph *g, struct graph_out *o);
void graph_free_out(struct graph_out *o);

/* Once all edges are there: leave out an edge of each loop; return how many. */
size_t graph_break_loops(struct graph *g);
/* Then number every node. */
void graph_number(struct graph *g);

#endif
