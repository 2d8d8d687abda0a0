#include <stdio.h>
#include <string.h>

#include "depend.h"
#include "xalloc.h"

/* The edge from one node right to the other; NULL: there is none. */
static const struct graph_edge *
edge_between(const struct graph *g, size_t before, size_t after)
{
	const struct graph_node *n = &g->node[after];

	for (size_t i = 0; i < n->in_count; i++)
		if (!g->edge[n->in[i]].broken && g->edge[n->in[i]].before == before)
			return &g->edge[n->in[i]];
	return NULL;
}

/* Nearer ones have higher numbers; those that are not sorted come behind all others, as they are named. */
static unsigned
nearness(const struct depend *d, size_t node)
{
	unsigned number = d->graph->node[node].number;

	return number <= d->sorted_up_to ? number : 0;
}

static void
insert(const struct depend *d, size_t *list, size_t count, size_t node)
{
	size_t at = count;

	for (; at > 0 && nearness(d, list[at - 1]) < nearness(d, node); at--)
		list[at] = list[at - 1];
	list[at] = node;
}

/*
 * Who must be done before a node: the nearest first, without those that a nearer one waits for.  Return how many.
 * What is left out depends on levels of starting, even in the file for stopping: that is how it has always been.
 */
static size_t
list_before(const struct depend *d, size_t node, size_t *list)
{
	const struct graph *g = d->graph;
	const struct graph_node *n = &g->node[node];
	size_t count = 0, kept = 0;

	for (size_t i = 0; i < n->in_count; i++) {
		const struct graph_edge *e = &g->edge[n->in[i]];

		if (!e->broken && d->listed[e->before] && e->strength > GRAPH_ALL)
			insert(d, list, count++, e->before);
	}
	/* $all: in the order of the file */
	for (size_t i = 0; i < g->given; i++) {
		const struct graph_edge *e = edge_between(g, d->order[i], node);

		if (e != NULL && e->strength == GRAPH_ALL && d->listed[e->before])
			insert(d, list, count++, e->before);
	}
	/* Of those that are not sorted, only the first of the list makes others superfluous. */
	for (size_t i = 0; i < count; i++) {
		bool implied = false;

		for (size_t j = 0; j < kept && !implied && (j == 0 || nearness(d, list[j]) > 0); j++)
			implied = (d->start->node[node].levels & d->start->node[list[i]].levels) != 0 &&
			    edge_between(g, list[i], list[j]) != NULL;
		if (!implied)
			list[kept++] = list[i];
	}
	return kept;
}

char *
depend_text(const struct depend *d, size_t *len)
{
	const struct graph *g = d->graph;
	size_t *list = xrealloc(NULL, g->given * sizeof *list);
	char *text = NULL;
	FILE *f = open_memstream(&text, len);

	if (f == NULL)
		abort();
	(void)fputs("TARGETS =", f);
	for (size_t i = 0; i < g->given; i++)
		if (d->listed[d->order[i]])
			(void)fprintf(f, " %s", g->node[d->order[i]].name);
	(void)fputc('\n', f);
	if (g == d->start) {
		(void)fputs("INTERACTIVE =", f);
		for (size_t i = 0; i < g->given; i++) {
			const struct graph_node *n = &g->node[d->order[i]];

			/* not those that name nobody at all: that is how it has always been */
			if (d->listed[d->order[i]] && n->interactive && (n->in_count > 0 || n->after_absent))
				(void)fprintf(f, " %s", n->name);
		}
		(void)fputc('\n', f);
	}
	for (size_t i = 0; i < g->given; i++) {
		size_t n = d->order[i], count = d->listed[n] ? list_before(d, n, list) : 0;

		if (count > 0)
			(void)fprintf(f, "%s:", g->node[n].name);
		for (size_t j = 0; j < count; j++)
			(void)fprintf(f, " %s", g->node[list[j]].name);
		if (count > 0)
			(void)fputc('\n', f);
	}
	(void)fclose(f);
	free(list);
	return text;
}
