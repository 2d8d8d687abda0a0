#include <stdio.h>
#include <string.h>

#include "depend.h"
#include "xalloc.h"

static size_t
count_listed(const struct graph *g, const bool *listed, size_t node)
{
	size_t count = 0;

	for (size_t i = 0; i < g->node[node].in_count; i++) {
		const struct graph_edge *e = &g->edge[g->node[node].in[i]];

		count += !e->broken && listed[e->before];
	}
	return count;
}

char *
depend_text(const struct graph *g, const bool *listed, const size_t *order, bool interactive, size_t *len)
{
	char *text = NULL;
	FILE *f = open_memstream(&text, len);

	if (f == NULL)
		abort();
	(void)fputs("TARGETS =", f);
	for (size_t i = 0; i < g->nodes; i++)
		if (listed[order[i]])
			(void)fprintf(f, " %s", g->node[order[i]].name);
	(void)fputc('\n', f);
	if (interactive) {
		(void)fputs("INTERACTIVE =", f);
		for (size_t i = 0; i < g->nodes; i++)
			if (listed[order[i]] && g->node[order[i]].interactive &&
			    count_listed(g, listed, order[i]) > 0)
				(void)fprintf(f, " %s", g->node[order[i]].name);
		(void)fputc('\n', f);
	}
	for (size_t i = 0; i < g->nodes; i++) {
		const struct graph_node *n = &g->node[order[i]];

		if (!listed[order[i]] || count_listed(g, listed, order[i]) == 0)
			continue;
		(void)fprintf(f, "%s:", n->name);
		for (size_t j = 0; j < n->in_count; j++) {
			const struct graph_edge *e = &g->edge[n->in[j]];

			if (!e->broken && listed[e->before])
				(void)fprintf(f, " %s", g->node[e->before].name);
		}
		(void)fputc('\n', f);
	}
	(void)fclose(f);
	return text;
}
