#include "../xalloc.h"
#include "turns.h"

static bool
passes(const struct turns *t, size_t node)
{
	return node >= t->g->given || t->passes[node];
}

/* Is node a's turn before node b's? */
static bool
comes_first(const struct turns *t, size_t a, size_t b)
{
	return t->height[a] != t->height[b] ? t->height[a] > t->height[b] : a < b;
}

static void
add_ready(struct turns *t, size_t node)
{
	size_t at = t->count++;

	for (; at > 0 && comes_first(t, t->ready[at - 1], node); at--)
		t->ready[at] = t->ready[at - 1];
	t->ready[at] = node;
}

/* Nodes that have ended are a stack: a chain of those that pass must not be a chain of calls. */
static void
release(struct turns *t, size_t node)
{
	size_t *ended = xrealloc(NULL, (t->g->nodes + 1) * sizeof *ended), count = 0;

	ended[count++] = node;
	while (count > 0) {
		size_t n = ended[--count];

		for (size_t i = t->out.start[n]; i < t->out.start[n + 1]; i++) {
			const struct graph_edge *e = &t->g->edge[t->out.edge[i]];

			if (e->broken)
				continue;
			if (node < t->g->given && !t->passes[node])
				t->freed_by[e->after] = node;
			if (--t->waits[e->after] > 0)
				continue;
			if (passes(t, e->after))
				ended[count++] = e->after;
			else
				add_ready(t, e->after);
		}
	}
	free(ended);
}

/* From the ends of the graph to its beginnings, again by those that wait for nobody. */
static void
measure_heights(struct turns *t)
{
	const struct graph *g = t->g;
	size_t *order = xrealloc(NULL, (g->nodes + 1) * sizeof *order), placed = 0;

	memset(t->waits, 0, g->nodes * sizeof *t->waits);
	for (size_t i = 0; i < g->edges; i++)
		t->waits[g->edge[i].before] += !g->edge[i].broken;
	for (size_t n = 0; n < g->nodes; n++)
		if (t->waits[n] == 0)
			order[placed++] = n;
	for (size_t done = 0; done < placed; done++) {
		const struct graph_node *node = &g->node[order[done]];
		unsigned height = t->height[order[done]] + !passes(t, order[done]);

		for (size_t i = 0; i < node->in_count; i++) {
			const struct graph_edge *e = &g->edge[node->in[i]];

			if (e->broken)
				continue;
			if (t->height[e->before] < height)
				t->height[e->before] = height;
			if (--t->waits[e->before] == 0)
				order[placed++] = e->before;
		}
	}
	free(order);
}

void
turns_begin(struct turns *t, const struct graph *g, const bool *passing)
{
	size_t room = (g->nodes + 1) * sizeof(size_t);
	bool *free_from_start = xrealloc(NULL, g->nodes * sizeof *free_from_start);

	*t = (struct turns){ .g = g, .passes = passing, .waits = xrealloc(NULL, room),
	    .freed_by = xrealloc(NULL, room), .height = xrealloc(NULL, g->nodes * sizeof *t->height),
	    .ready = xrealloc(NULL, room) };
	graph_list_out(g, &t->out);
	memset(t->height, 0, g->nodes * sizeof *t->height);
	measure_heights(t);
	memset(t->waits, 0, g->nodes * sizeof *t->waits);
	for (size_t i = 0; i < g->edges; i++)
		t->waits[g->edge[i].after] += !g->edge[i].broken;
	for (size_t n = 0; n < g->nodes; n++) {
		t->freed_by[n] = GRAPH_NONE;
		free_from_start[n] = t->waits[n] == 0;
	}
	for (size_t n = 0; n < g->nodes; n++) {
		if (!free_from_start[n])
			continue;
		if (passes(t, n))
			release(t, n);
		else
			add_ready(t, n);
	}
	free(free_from_start);
}

size_t
turns_first(const struct turns *t)
{
	return t->count > 0 ? t->ready[t->count - 1] : GRAPH_NONE;
}

void
turns_take(struct turns *t)
{
	t->count--;
}

void
turns_end(struct turns *t, size_t node)
{
	release(t, node);
}

void
turns_before(const struct turns *t, size_t node, void (*take)(size_t before, const struct graph_edge *e, void *arg),
    void *arg)
{
	const struct graph *g = t->g;
	bool *seen = xrealloc(NULL, g->nodes * sizeof *seen);
	size_t *todo = xrealloc(NULL, (g->nodes + 1) * sizeof *todo), count = 0;

	memset(seen, 0, g->nodes * sizeof *seen);
	todo[count++] = node;
	while (count > 0) {
		const struct graph_node *at = &g->node[todo[--count]];

		for (size_t i = 0; i < at->in_count; i++) {
			const struct graph_edge *e = &g->edge[at->in[i]];

			if (e->broken || seen[e->before])
				continue;
			seen[e->before] = true;
			if (passes(t, e->before))
				todo[count++] = e->before;
			else
				take(e->before, e, arg);
		}
	}
	free(seen);
	free(todo);
}

void
turns_free(struct turns *t)
{
	graph_free_out(&t->out);
	free(t->waits);
	free(t->freed_by);
	free(t->height);
	free(t->ready);
	*t = (struct turns){ 0 };
}
