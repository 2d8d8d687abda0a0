#include <stdint.h>
#include <string.h>

#include "graph.h"
#include "xalloc.h"

#define FACILITY_DEPTH 10	/* of $names that are members of $names */

struct member {
	size_t facility;
	bool optional;
};

struct facility {
	char *name;
	size_t provider;	/* a node, or GRAPH_NONE ... */
	size_t absent;		/* ... and then the node that stands for it, or GRAPH_NONE */
	struct member *member;	/* of a $name */
	size_t members;
	bool defined, reported, busy;
};

/* ---- names ---- */

static uint32_t
hash_of(const char *name)
{
	uint32_t h = 2166136261u;

	for (; *name != '\0'; name++)
		h = (h ^ (unsigned char)*name) * 16777619u;
	return h;
}

/* The place of a name in the hash table: its own, or the free one where it would be. */
static size_t
slot_of(const struct graph *g, const char *name)
{
	size_t i = hash_of(name) & (g->hash_size - 1);

	while (g->hash[i] != GRAPH_NONE && strcmp(g->facility[g->hash[i]].name, name) != 0)
		i = (i + 1) & (g->hash_size - 1);
	return i;
}

static void
grow_hash(struct graph *g)
{
	g->hash_size = g->hash_size > 0 ? 2 * g->hash_size : 64;
	g->hash = xrealloc(g->hash, g->hash_size * sizeof *g->hash);
	for (size_t i = 0; i < g->hash_size; i++)
		g->hash[i] = GRAPH_NONE;
	for (size_t i = 0; i < g->facilities; i++)
		g->hash[slot_of(g, g->facility[i].name)] = i;
}

static size_t
facility_of(struct graph *g, const char *name)
{
	if (2 * (g->facilities + 1) > g->hash_size)
		grow_hash(g);
	size_t slot = slot_of(g, name);

	if (g->hash[slot] == GRAPH_NONE) {
		g->facility = xgrow(g->facility, g->facilities, sizeof *g->facility);
		g->facility[g->facilities] = (struct facility){ .name = xstrdup(name), .provider = GRAPH_NONE,
		    .absent = GRAPH_NONE };
		g->hash[slot] = g->facilities++;
	}
	return g->hash[slot];
}

void
graph_define(struct graph *g, const char *name, const char *member)
{
	size_t of = facility_of(g, name), is = member != NULL ? facility_of(g, member + (*member == '+')) : 0;
	struct facility *f = &g->facility[of];

	f->defined = true;
	if (member == NULL)
		return;
	f->member = xgrow(f->member, f->members, sizeof *f->member);
	f->member[f->members++] = (struct member){ is, *member == '+' };
}

size_t
graph_provider(const struct graph *g, const char *facility)
{
	size_t i = g->hash_size > 0 ? g->hash[slot_of(g, facility)] : GRAPH_NONE;

	return i != GRAPH_NONE ? g->facility[i].provider : GRAPH_NONE;
}

static size_t
add_node(struct graph *g, const char *name, unsigned levels, bool interactive)
{
	size_t n = g->nodes++;

	g->node = xgrow(g->node, n, sizeof *g->node);
	g->node[n] = (struct graph_node){ .name = xstrdup(name), .levels = levels, .interactive = interactive,
	    .rank = n };
	return n;
}

size_t
graph_add(struct graph *g, const char *name, unsigned levels, bool interactive)
{
	g->given++;
	return add_node(g, name, levels, interactive);
}

bool
graph_provide(struct graph *g, size_t node, const char *facility)
{
	size_t i = facility_of(g, facility);	/* may move them */
	struct facility *f = &g->facility[i];

	if (f->provider != GRAPH_NONE && f->provider != node)
		return false;
	f->provider = node;
	return true;
}

void
graph_free(struct graph *g)
{
	for (size_t i = 0; i < g->nodes; i++) {
		free(g->node[i].name);
		free(g->node[i].in);
	}
	for (size_t i = 0; i < g->facilities; i++) {
		free(g->facility[i].name);
		free(g->facility[i].member);
	}
	free(g->node);
	free(g->edge);
	free(g->facility);
	free(g->hash);
	*g = (struct graph){ 0 };
}

/* ---- edges ---- */

static void
report(const struct graph *g, struct graph_report r)
{
	if (g->report != NULL)
		g->report(g->arg, &r);
}

static void
add_edge(struct graph *g, size_t before, size_t after, enum graph_strength strength, const char *facility)
{
	struct graph_node *n = &g->node[after];

	if (before == after)
		return;
	if ((g->node[before].levels & n->levels) == 0)
		strength = GRAPH_APART;
	for (size_t i = 0; i < n->in_count; i++) {
		struct graph_edge *e = &g->edge[n->in[i]];

		if (e->before == before) {
			if (strength > e->strength) {
				e->strength = strength;
				e->key = g->key;
				e->facility = facility;
			}
			return;
		}
	}
	g->edge = xgrow(g->edge, g->edges, sizeof *g->edge);
	g->edge[g->edges] = (struct graph_edge){ before, after, strength, .key = g->key,
	    .facility = facility };
	n->in = xgrow(n->in, n->in_count, sizeof *n->in);
	n->in[n->in_count++] = g->edges++;
}

void
graph_place(struct graph *g, size_t before, size_t after)
{
	add_edge(g, before, after, GRAPH_PLACE, NULL);
}

/* Nobody provides it, and yet who comes before it comes before those after it. */
static void
relate_to_absent(struct graph *g, size_t node, struct facility *f, bool is_after)
{
	if (f->absent == GRAPH_NONE)
		f->absent = add_node(g, f->name, 0, false);
	if (is_after)
		add_edge(g, f->absent, node, GRAPH_APART, f->name);
	else
		add_edge(g, node, f->absent, GRAPH_APART, f->name);
	g->node[node].after_absent |= is_after;
}

static void
relate(struct graph *g, size_t node, size_t facility, enum graph_strength strength, bool is_after,
    const char *asked, unsigned depth)
{
	struct facility *f = &g->facility[facility];

	if (f->provider != GRAPH_NONE) {
		if (is_after)
			add_edge(g, f->provider, node, strength, asked);
		else
			add_edge(g, node, f->provider, strength, asked);
		return;
	}
	if (*f->name != '$')
		relate_to_absent(g, node, f, is_after);
	if (*f->name == '$' && !f->defined && strength == GRAPH_REQUIRED && strcmp(f->name, "$null") != 0)
		report(g, (struct graph_report){ GRAPH_UNKNOWN_FACILITY, .node = node, .facility = f->name });
	if (f->busy || depth > FACILITY_DEPTH) {
		if (!f->reported)
			report(g, (struct graph_report){ GRAPH_FACILITY_LOOP, .node = node,
			    .facility = f->name });
		f->reported = true;
		return;
	}
	f->busy = true;
	/* $names last: dependency files show the order */
	for (size_t i = 0; i < 2 * f->members; i++) {
		const struct member *m = &f->member[i % f->members];

		if ((*g->facility[m->facility].name == '$') == (i >= f->members))
			relate(g, node, m->facility, m->optional ? GRAPH_SHOULD : strength, is_after, asked,
			    depth + 1);
	}
	f->busy = false;
}

static void
relate_by_name(struct graph *g, size_t node, const char *facility, enum graph_strength strength, bool is_after)
{
	if (*facility == '+') {
		facility++;
		strength = GRAPH_SHOULD;
	}
	size_t f = facility_of(g, facility);

	relate(g, node, f, strength, is_after, g->facility[f].name, 0);
}

void
graph_after(struct graph *g, size_t node, const char *facility, enum graph_strength strength)
{
	relate_by_name(g, node, facility, strength, true);
}

void
graph_before(struct graph *g, size_t node, const char *facility, enum graph_strength strength)
{
	relate_by_name(g, node, facility, strength, false);
}

/* Nodes that come after all others have no order among themselves. */
void
graph_after_all(struct graph *g, const bool *is_last)
{
	for (size_t i = 0; i < g->given; i++)
		for (size_t j = 0; j < g->given; j++)
			if (is_last[i] && !is_last[j])
				add_edge(g, j, i, GRAPH_ALL, NULL);
}

void
graph_before_all(struct graph *g, const bool *is_first)
{
	for (size_t i = 0; i < g->given; i++)
		for (size_t j = 0; j < g->given; j++)
			if (is_first[i] && !is_first[j])
				add_edge(g, i, j, GRAPH_ALL, NULL);
}

/* ---- loops ---- */

void
graph_list_out(const struct graph *g, struct graph_out *o)
{
	o->edge = xrealloc(NULL, g->edges * sizeof *o->edge);
	o->start = xrealloc(NULL, (g->nodes + 2) * sizeof *o->start);
	memset(o->start, 0, (g->nodes + 2) * sizeof *o->start);
	for (size_t i = 0; i < g->edges; i++)
		o->start[g->edge[i].before + 2]++;
	for (size_t n = 2; n < g->nodes + 2; n++)
		o->start[n] += o->start[n - 1];
	for (size_t i = 0; i < g->edges; i++)
		o->edge[o->start[g->edge[i].before + 1]++] = i;
}

void
graph_free_out(struct graph_out *o)
{
	free(o->edge);
	free(o->start);
}

/*
 * All nodes in an order where each comes after those before it; return how many could be placed: fewer than
 * there are when there is a loop, and the others are in one or behind one.  waiting[n] is 0 for those placed.
 */
static size_t
sort_nodes(const struct graph *g, const struct graph_out *o, size_t *order, size_t *waiting)
{
	size_t placed = 0;

	memset(waiting, 0, g->nodes * sizeof *waiting);
	for (size_t i = 0; i < g->edges; i++)
		waiting[g->edge[i].after] += !g->edge[i].broken;
	for (size_t n = 0; n < g->nodes; n++)
		if (waiting[n] == 0)
			order[placed++] = n;
	for (size_t done = 0; done < placed; done++)
		for (size_t i = o->start[order[done]]; i < o->start[order[done] + 1]; i++) {
			const struct graph_edge *e = &g->edge[o->edge[i]];

			if (!e->broken && --waiting[e->after] == 0)
				order[placed++] = e->after;
		}
	return placed;
}

/*
 * The shortest way from one node to another; its nodes go to path.  Return how many they are, 0 for no way.
 * Of two equally short ones it is the one whose names come first.
 */
static size_t
find_way(const struct graph *g, const struct graph_out *o, size_t from, size_t to, size_t *path, size_t *parent)
{
	size_t found = 1, length = 1;

	for (size_t n = 0; n < g->nodes; n++)
		parent[n] = GRAPH_NONE;
	/* path serves as the queue first */
	path[0] = from;
	parent[from] = from;
	for (size_t done = 0; done < found && parent[to] == GRAPH_NONE; done++)
		for (size_t i = o->start[path[done]]; i < o->start[path[done] + 1]; i++) {
			const struct graph_edge *e = &g->edge[o->edge[i]];

			if (e->broken || parent[e->after] != GRAPH_NONE)
				continue;
			parent[e->after] = path[done];
			path[found++] = e->after;
		}
	if (parent[to] == GRAPH_NONE)
		return 0;
	for (size_t n = to; n != from; n = parent[n])
		length++;
	for (size_t n = to, i = length; i > 0; n = parent[n])
		path[--i] = n;
	return length;
}

static const struct graph *sorting;

/* Weakest first, then by names. */
static int
by_weakness(const void *a, const void *b)
{
	const struct graph_edge *x = &sorting->edge[*(const size_t *)a], *y = &sorting->edge[*(const size_t *)b];
	int order = (int)x->strength - (int)y->strength;

	if (order == 0)
		order = strcmp(sorting->node[x->after].name, sorting->node[y->after].name);
	if (order == 0)
		order = strcmp(sorting->node[x->before].name, sorting->node[y->before].name);
	return order;
}

static int
by_name_of_end(const void *a, const void *b)
{
	const struct graph_edge *x = &sorting->edge[*(const size_t *)a], *y = &sorting->edge[*(const size_t *)b];

	return strcmp(sorting->node[x->after].name, sorting->node[y->after].name);
}

size_t
graph_break_loops(struct graph *g)
{
	struct graph_out o;
	size_t broken = 0, room = (g->nodes + 1) * sizeof(size_t);
	size_t *order = xrealloc(NULL, room), *waiting = xrealloc(NULL, room), *path = xrealloc(NULL, room);
	size_t *weakest = xrealloc(NULL, g->edges * sizeof *weakest);

	graph_list_out(g, &o);
	sorting = g;
	if (sort_nodes(g, &o, order, waiting) < g->nodes) {
		/* in the order of names: what is found does not depend on the input's order */
		for (size_t n = 0; n < g->nodes; n++)
			qsort(o.edge + o.start[n], o.start[n + 1] - o.start[n], sizeof *o.edge, by_name_of_end);
		for (size_t i = 0; i < g->edges; i++)
			weakest[i] = i;
		qsort(weakest, g->edges, sizeof *weakest, by_weakness);
		/* An edge that is in no loop now will not be in one later: they only become fewer. */
		for (size_t i = 0; i < g->edges; i++) {
			struct graph_edge *e = &g->edge[weakest[i]];
			size_t count;

			if (waiting[e->before] == 0 || waiting[e->after] == 0)
				continue;
			count = find_way(g, &o, e->after, e->before, path, order);
			if (count == 0)
				continue;
			e->broken = true;
			broken += e->strength != GRAPH_APART;
			if (e->strength != GRAPH_APART)
				report(g, (struct graph_report){ GRAPH_LOOP, .node = e->after, .path = path,
				    .count = count, .edge = weakest[i] });
			if (sort_nodes(g, &o, order, waiting) == g->nodes)
				break;
		}
	}
	graph_free_out(&o);
	free(order);
	free(waiting);
	free(path);
	free(weakest);
	return broken;
}

/* ---- numbers ---- */

/* What is needed on the way, and room for work. */
struct numbering {
	struct graph *g;
	struct graph_out out;
	size_t *order;		/* all nodes, each after those before it */
	size_t *place;		/* of each node in order */
	unsigned *behind;
	bool *raised;		/* its number is another now: those behind it have not been looked at */
};

/*
 * Follow the edges from a node: who shares a level with it is one further than who is before, the others only
 * pass on what they are behind.
 */
static void
push(struct numbering *n, size_t root)
{
	struct graph *g = n->g;
	unsigned levels = g->node[root].levels;

	memset(n->behind, 0, g->nodes * sizeof *n->behind);
	n->behind[root] = levels != 0 ? g->node[root].number : 0;
	for (size_t i = n->place[root]; i < g->nodes; i++) {
		size_t at = n->order[i];

		for (size_t j = n->out.start[at]; n->behind[at] != 0 && j < n->out.start[at + 1]; j++) {
			const struct graph_edge *e = &g->edge[n->out.edge[j]];
			struct graph_node *after = &g->node[e->after];
			unsigned least = n->behind[at];

			if (e->broken)
				continue;
			if ((after->levels & levels) != 0) {
				if (after->number <= least) {
					after->number = least + 1;
					n->raised[e->after] = true;
				}
				least = after->number;
			}
			if (n->behind[e->after] < least)
				n->behind[e->after] = least;
		}
	}
}

/* Who is raised may share other levels with those behind it than the node that raised it. */
static void
push_raised(struct numbering *n, size_t place)
{
	for (; place < n->g->nodes; place++) {
		size_t node = n->order[place];

		if (n->raised[node])
			push(n, node);
		n->raised[node] = false;
	}
}

/* An interactive node has its number alone, in its levels: others go one further, and those behind them. */
static void
keep_alone(struct numbering *n, size_t alone)
{
	struct graph *g = n->g;
	unsigned number = g->node[alone].number;

	for (size_t i = 0; i < g->given; i++) {
		struct graph_node *other = &g->node[i];

		if (i == alone || other->number != number || (other->levels & g->node[alone].levels) == 0)
			continue;
		other->number++;
		n->raised[i] = true;
		push_raised(n, n->place[i]);
	}
}

static int
by_rank(const void *a, const void *b)
{
	size_t x = sorting->node[*(const size_t *)a].rank, y = sorting->node[*(const size_t *)b].rank;

	return x < y ? -1 : x > y;
}

/*
 * Who stands for what nobody provides has no level and takes no number at first, but has those that come after
 * it when interactive scripts move others: that is how it has always been.
 */
static void
place_absent(struct numbering *n)
{
	for (size_t i = n->g->given; i < n->g->nodes; i++)
		for (size_t j = n->out.start[i]; j < n->out.start[i + 1]; j++)
			n->g->node[i].levels |= n->g->node[n->g->edge[n->out.edge[j]].after].levels;
}

void
graph_number(struct graph *g)
{
	size_t room = (g->nodes + 1) * sizeof(size_t), *ranked = xrealloc(NULL, room);
	struct numbering n = { .g = g, .order = xrealloc(NULL, room), .place = xrealloc(NULL, room),
	    .behind = xrealloc(NULL, room), .raised = xrealloc(NULL, g->nodes + 1) };
	unsigned highest = 1;
	bool interactive = false;

	graph_list_out(g, &n.out);
	(void)sort_nodes(g, &n.out, n.order, n.place);
	for (size_t i = 0; i < g->nodes; i++) {
		n.place[n.order[i]] = ranked[i] = i;
		g->node[i].number = i < g->given;
		interactive |= g->node[i].interactive;
	}
	memset(n.raised, true, g->nodes);
	push_raised(&n, 0);
	place_absent(&n);
	sorting = g;
	qsort(ranked, g->given, sizeof *ranked, by_rank);
	for (unsigned number = 1; interactive && number <= highest; number++) {
		for (size_t i = 0; i < g->given; i++) {
			const struct graph_node *node = &g->node[ranked[i]];

			if (node->interactive && node->number == number)
				keep_alone(&n, ranked[i]);
		}
		for (size_t i = 0; i < g->given; i++)
			highest = g->node[i].number > highest ? g->node[i].number : highest;
	}
	graph_free_out(&n.out);
	free(n.order);
	free(n.place);
	free(n.behind);
	free(n.raised);
	free(ranked);
}
