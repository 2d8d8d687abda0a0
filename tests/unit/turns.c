#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../cmd/rcrun/phase.h"
#include "../../cmd/rcrun/turns.h"
#include "../../cmd/xalloc.h"
#include "check.h"

/* ---- any graph ---- */

#define NODES_MAX 60

static size_t loops_told;

/* A loop that is told is one, and what is left out is the weakest of it. */
static void
hear_loop(void *arg, const struct graph_report *r)
{
	const struct graph *g = arg;

	if (r->kind != GRAPH_LOOP)
		return;
	loops_told++;
	CHECK(g->edge[r->edge].before == r->path[r->count - 1] && g->edge[r->edge].after == r->path[0]);
	for (size_t i = 0; i + 1 < r->count; i++) {
		bool found = false;

		for (size_t j = 0; j < g->edges; j++)
			if (g->edge[j].before == r->path[i] && g->edge[j].after == r->path[i + 1] && !g->edge[j].broken) {
				found = true;
				CHECK(g->edge[j].strength >= g->edge[r->edge].strength);
			}
		CHECK(found);
	}
}

/* Mostly from lower to higher nodes, so that some have no loops and some have many. */
static void
random_graph(struct graph *g, bool *passes)
{
	unsigned n = 1 + fake_random(NODES_MAX), back = fake_random(3) == 0 ? 5 : 0;
	char name[16];

	*g = (struct graph){ .report = hear_loop, .arg = g };
	for (unsigned i = 0; i < n; i++) {
		(void)snprintf(name, sizeof name, "s%u", i);
		(void)graph_provide(g, graph_add(g, name, 1, false), name);
		passes[i] = fake_random(6) == 0;
	}
	for (unsigned i = 0; i < 2 * n; i++) {
		unsigned a = fake_random(n), b = fake_random(n);

		(void)snprintf(name, sizeof name, fake_random(9) > 0 ? "s%u" : "none%u", a < b ? a : b);
		if (fake_random(100) < back)
			(void)snprintf(name, sizeof name, "s%u", a < b ? b : a);
		if (fake_random(8) == 0)
			graph_before(g, a < b ? b : a, name, GRAPH_SHOULD);
		else if (fake_random(8) == 0)
			graph_place(g, a < b ? a : b, a < b ? b : a);
		else
			graph_after(g, a < b ? b : a, name, fake_random(2) > 0 ? GRAPH_REQUIRED : GRAPH_SHOULD);
	}
}

/* Everyone that comes before it, by whatever way, has ended. */
static void
check_start(const struct graph *g, size_t node, const bool *ended)
{
	for (size_t i = 0; i < g->node[node].in_count; i++) {
		const struct graph_edge *e = &g->edge[g->node[node].in[i]];

		if (e->broken)
			continue;
		if (e->before < g->given)
			CHECK(ended[e->before]);
		else
			check_start(g, e->before, ended);
	}
}

/* Run it with ends in a random order; the order of the starts goes to started. */
static size_t
simulate(const struct graph *g, const bool *passes, size_t *started)
{
	size_t running[NODES_MAX], count = 0, starts = 0, most = 1 + fake_random(5);
	bool ended[NODES_MAX] = { false }, begun[NODES_MAX] = { false };
	struct turns t;

	for (size_t i = 0; i < g->given; i++)
		ended[i] = passes[i];	/* as far as others are concerned */
	turns_begin(&t, g, passes);
	while (turns_first(&t) != GRAPH_NONE || count > 0) {
		size_t node = turns_first(&t), at;

		if (node != GRAPH_NONE && count < most && fake_random(3) > 0) {
			turns_take(&t);
			CHECK(!begun[node] && !passes[node]);
			begun[node] = true;
			check_start(g, node, ended);
			started[starts++] = node;
			running[count++] = node;
		} else if (count > 0) {
			at = fake_random((unsigned)count);
			node = running[at];
			running[at] = running[--count];
			ended[node] = true;
			turns_end(&t, node);
		}
	}
	for (size_t i = 0; i < g->given; i++)
		CHECK(begun[i] || passes[i]);
	turns_free(&t);
	return starts;
}

static void
random_graphs(void)
{
	for (unsigned round = 0; round < 3000; round++) {
		bool passes[NODES_MAX];
		size_t started[NODES_MAX], broken, wanted = 0;
		struct graph g;

		random_graph(&g, passes);
		loops_told = 0;
		broken = graph_break_loops(&g);
		CHECK_INT(loops_told, broken);
		CHECK_INT(graph_break_loops(&g), 0);
		for (size_t i = 0; i < g.given; i++)
			wanted += !passes[i];
		CHECK_INT(simulate(&g, passes, started), wanted);
		graph_free(&g);
	}
}

/* Through a node that passes, one waits for those before it; it does not wait for itself. */
static void
through_passing(void)
{
	static const char *const order[] = { "a", "b", "c" };
	bool passes[] = { false, true, false };
	struct graph g = { 0 };
	struct turns t;

	for (size_t i = 0; i < COUNT(order); i++)
		(void)graph_provide(&g, graph_add(&g, order[i], 1, false), order[i]);
	graph_after(&g, 1, "a", GRAPH_REQUIRED);
	graph_after(&g, 2, "b", GRAPH_REQUIRED);
	turns_begin(&t, &g, passes);
	CHECK_INT(turns_first(&t), 0);
	turns_take(&t);
	CHECK(turns_first(&t) == GRAPH_NONE);
	turns_end(&t, 0);
	CHECK_INT(turns_first(&t), 2);
	CHECK_INT(t.freed_by[2], 0);
	turns_free(&t);
	graph_free(&g);
}

/* ---- the links of a level ---- */

static char warned[512];

static void hear(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
static void
hear(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(warned + strlen(warned), sizeof warned - strlen(warned), fmt, ap);
	va_end(ap);
}

/*
 * A phase from text: "S01a" has a header, "S01a-" none; "S01a>b,c" requires, "S01a~b" would like; "S01a." is left
 * out, "S01a!" interactive.
 */
static void
build(struct phase *p, const char *text)
{
	char *copy = xstrdup(text), *save, *word;

	*p = (struct phase){ .letter = *text, .action = "start" };
	for (word = strtok_r(copy, " ", &save); word != NULL; word = strtok_r(NULL, " ", &save)) {
		size_t n = strcspn(word, "-.!>~");
		char header[256], kind = word[n], *rest = word[n] != '\0' ? word + n + 1 : word + n;
		struct script s = { 0 };

		word[n] = '\0';
		p->job = xgrow(p->job, p->jobs, sizeof *p->job);
		p->job[p->jobs] = (struct job){ .link = xstrdup(word), .left_out = kind == '.' ? "running" : NULL };
		p->job[p->jobs].name = p->job[p->jobs].link + 3;
		(void)snprintf(header, sizeof header, "### BEGIN INIT INFO\n# Provides: %s\n# %s-%s: %s\n"
		    "# X-Interactive: %s\n### END INIT INFO\n", word + 3, kind == '~' ? "Should" : "Required",
		    *text == 'S' ? "Start" : "Stop", kind == '>' || kind == '~' ? rest : "",
		    kind == '!' ? "true" : "false");
		s.text = xstrdup(kind == '-' ? "" : header);
		s.name = xstrdup(word + 3);
		lsb_parse(&s.lsb, s.text, strlen(s.text));
		p->scripts.script = xgrow(p->scripts.script, p->scripts.count, sizeof s);
		p->scripts.script[p->scripts.count++] = s;
		p->jobs++;
	}
	free(copy);
}

/* "a b|c": what starts at once, and then */
static const char *
waves(const struct phase *p)
{
	static char text[256];
	size_t now[16], count;
	struct turns t;

	text[0] = '\0';
	turns_begin(&t, &p->graph, p->passes);
	while (turns_first(&t) != GRAPH_NONE) {
		(void)strcat(text, *text != '\0' ? "|" : "");
		for (count = 0; turns_first(&t) != GRAPH_NONE; turns_take(&t))
			now[count++] = turns_first(&t);
		for (size_t i = 0; i < p->jobs; i++)
			for (size_t j = 0; j < count; j++)
				if (now[j] == i)
					(void)strcat(strcat(text, p->job[i].name), " ");
		for (; count > 0; count--)
			turns_end(&t, now[count - 1]);
		text[strlen(text) - 1] = '\0';
	}
	turns_free(&t);
	return text;
}

static void
links(void)
{
	static const struct {
		const char *text, *needs, *number, *one, *warned;
	} row[] = {
		{ "S01a S01b S02c", "a b c", "a b|c", "a|b|c", "" },
		{ "S01a S01b>c S02c", "a c|b", "a b|c", "a|b|c", "" },
		{ "S01a S02b- S03c", "a|b|c", "a|b|c", "a|b|c", "" },
		{ "S01a S01b- S01c", "a|b|c", "a b c", "a|b|c", "" },
		{ "S01a- S02b S03c S04d- S05e", "a|b c|d|e", "a|b|c|d|e", "a|b|c|d|e", "" },
		/* by way of one that is not run */
		{ "S01a S02b>a S03c. S04d>b", "a|b|d", "a|b|d", "a|b|d", "" },
		{ "S01a S02b. S03c>b", "a c", "a|c", "a|c", "" },
		{ "S01a. S02b>a S03c-", "b|c", "b|c", "b|c", "" },
		/* one script by two links is run twice, but not at once */
		{ "S01a S02a", "a|a", "a|a", "a|a", "" },
		/* a header is stronger than a place */
		{ "S01a>c S02b- S03c", "b|c|a", "a|b|c", "a|b|c",
		    "loop: b before c before a before b; left out: the order of the links" },
		{ "S01a>b S02b~a", "b|a", "a|b", "a|b", "loop: b before a before b; left out: b: Should-Start: a" },
		{ "S01a S02b>$all S03c", "a c|b", "a|b|c", "a|b|c", "" },
		{ "S01a S02b>$all S03c>b", "a|b|c", "a|b|c", "a|b|c",
		    "loop: b before c before b; left out: b: $all" },
		/* stopping is the other way round */
		{ "K01a K01b>a K02c>b", "c|b|a", "a b|c", "a|b|c", "" },
		{ "K01a>$all K01b", "a|b", "a b", "a|b", "" },
	};
	struct phase p;

	for (size_t i = 0; i < COUNT(row); i++) {
		const char *const wanted[] = { row[i].needs, row[i].number, row[i].one };

		for (unsigned order = ORDER_NEEDS; order <= ORDER_ONE; order++) {
			struct level l = { .order = (enum phase_order)order, .warn = hear };

			check_row = row[i].text;
			warned[0] = '\0';
			build(&p, row[i].text);
			phase_put_in_order(&p, &l);
			CHECK_TEXT(waves(&p), wanted[order]);
			CHECK_TEXT(warned, order == ORDER_NEEDS ? row[i].warned : "");
			phase_free(&p);
		}
	}
	check_row = NULL;
}

/* ---- the journal ---- */

static void
stories(void)
{
	static const struct {
		const char *text, *wanted;
	} row[] = {
		{ "", "" },
		{ "1 level 2 N\n2 done 2\n", "" },
		{ "1 level 2 N\n2 start a start 9 - S01a\n", "2 N +a" },
		{ "1 level 2 N\n2 start a start 9 - S01a\n3 end a start 9 0 1 1 1 -\n", "2 N +a" },
		{ "1 level 2 N\n2 start a start 9 - x\n3 start b stop 9 - x\n4 start a stop 9 - x\n", "2 N -b-a" },
		{ "1 level 2 N\n2 start a\\040b start 9 - x\n", "2 N +a b" },
		{ "1 level 2 N\n2 start a\\04 start 9 - x\n", "2 N +a\\04" },
		/* from one that was killed to another: what was left first counts */
		{ "1 level 2 N\n2 start a start 9 - x\n3 level 3 2\n", "3 N +a" },
		{ "1 level 2 N\n2 start a start 9 - x\n3 done 2\n4 level 3 2\n", "3 2 " },
		/* cut short, unknown, and of another program */
		{ "1 level 2 N\n2 start a", "2 N " },
		{ "1 level 2 N\n2 start a start 9 - x\n3 done", "2 N +a" },
		{ "1 level 2 N\nx start a start\n2x start b start\n3\n\n4 start\n5 other c start\n", "2 N " },
		{ "run 2 N\nstart 1 0 /etc/rc2.d/S01a\n", "" },
	};

	for (size_t i = 0; i < COUNT(row); i++) {
		char *text = strdup(row[i].text), got[128] = "";
		struct story s = story_read(text);

		check_row = row[i].text;
		if (s.open)
			(void)snprintf(got, sizeof got, "%s %s ", s.h.level, s.h.base);
		for (size_t j = 0; s.open && j < s.h.up.count; j++)
			(void)strcat(strcat(got, "+"), s.h.up.name[j]);
		for (size_t j = 0; s.open && j < s.h.down.count; j++)
			(void)strcat(strcat(got, "-"), s.h.down.name[j]);
		CHECK_TEXT(got, row[i].wanted);
		history_free(&s.h);
		free(text);
	}
	check_row = NULL;
}

void
suite_turns(void)
{
	test("story: what a run that was killed has done", stories);
	test("turns: in any graph all start, once, and none before what it comes after", random_graphs);
	test("turns: who passes takes no time", through_passing);
	test("turns: headers, numbers and places of links", links);
}
