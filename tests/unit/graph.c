#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../cmd/graph.h"
#include "check.h"

static char said[1024];

static void
hear(void *arg, const struct graph_report *r)
{
	const struct graph *g = arg;

	switch (r->kind) {
	case GRAPH_UNKNOWN_FACILITY:
		(void)snprintf(said + strlen(said), sizeof said - strlen(said), "unknown %s;", r->facility);
		break;
	case GRAPH_FACILITY_LOOP:
		(void)snprintf(said + strlen(said), sizeof said - strlen(said), "nested %s;", r->facility);
		break;
	case GRAPH_LOOP:
		for (size_t i = 0; i < r->count; i++)
			(void)snprintf(said + strlen(said), sizeof said - strlen(said), "%s ",
			    g->node[r->path[i]].name);
		(void)snprintf(said + strlen(said), sizeof said - strlen(said), "%d;",
		    (int)g->edge[r->edge].strength);
		break;
	}
}

/*
 * A graph from text: nodes "name", "name!" (interactive), "name/levels"; then relations: "a>b" a requires b,
 * "a~b" a would like b, "a<b" a before b, "$x=b" a member; all with blanks between.
 */
static void
build(struct graph *g, const char *text)
{
	char *copy = strdup(text), *save, *word;

	*g = (struct graph){ .report = hear, .arg = g };
	said[0] = '\0';
	for (word = strtok_r(copy, " ", &save); word != NULL; word = strtok_r(NULL, " ", &save)) {
		size_t n = strcspn(word, "><~=!/");
		char kind = word[n], *rest = word[n] != '\0' ? word + n + 1 : word + n;

		word[n] = '\0';
		if (kind == '=')
			graph_define(g, word, rest);
		else if (kind == '>')
			graph_after(g, graph_provider(g, word), rest, GRAPH_REQUIRED);
		else if (kind == '~')
			graph_after(g, graph_provider(g, word), rest, GRAPH_SHOULD);
		else if (kind == '<')
			graph_before(g, graph_provider(g, word), rest, GRAPH_SHOULD);
		else {
			unsigned levels = kind == '/' ? (unsigned)atoi(rest) : 1;

			(void)graph_provide(g, graph_add(g, word, levels, kind == '!'), word);
		}
	}
	free(copy);
}

static const char *
numbers(const struct graph *g)
{
	static char text[256];

	text[0] = '\0';
	for (size_t i = 0; i < g->given; i++)
		(void)snprintf(text + strlen(text), sizeof text - strlen(text), "%s%u", i > 0 ? " " : "",
		    g->node[i].number);
	return text;
}

static void
numbering(void)
{
	static const struct {
		const char *text, *numbers, *said;
	} row[] = {
		{ "", "", "" },
		{ "a b c", "1 1 1", "" },
		{ "a b c a>b b>c", "3 2 1", "" },
		{ "a b c c>a c>b", "1 1 2", "" },
		{ "a b a<b", "1 2", "" },
		{ "a b a>a a~b", "2 1", "" },
		{ "a a>none a~none a>+none", "1", "" },
		{ "a a>$none", "1", "unknown $none;" },
		{ "a a~$none a>+$none", "1", "" },
		{ "a a>$null", "1", "" },
		{ "$x=b a b a>$x", "2 1", "" },
		{ "$x=+b $y=$x a b a>$y", "2 1", "" },
		{ "$x=$y $y=$x a a>$x", "1", "nested $x;" },
		/* levels: those without a common one have no order, but pass it on */
		{ "a/1 b/2 b>a", "1 1", "" },
		{ "a/1 b/2 c/1 b>a c>b", "1 1 2", "" },
		{ "a/1 b/2 c/1 d/1 b>a c>b d>b", "1 1 2 2", "" },
		{ "a/3 b/1 c/2 b>a c>b", "1 2 3", "" },
		{ "a/0 b b>a", "1 1", "" },
		/* the interactive are alone */
		{ "a! b c", "1 2 2", "" },
		{ "a! b! c", "1 2 3", "" },
		{ "a b! c b>a c>a", "1 2 3", "" },
		{ "a!/1 b/2", "1 1", "" },
		{ "a! b c c>b", "1 2 3", "" },
		{ "a!/1 b/1 c/3 d/2 c>b d>c", "1 2 3 4", "" },
		/* by way of what nobody provides */
		{ "a b a<none b~none", "1 2", "" },
		{ "b a b~none a<none", "2 1", "" },
		{ "a/1 b/2 a<none b~none", "1 1", "" },
		{ "a/1 b/2 c/1 a<none b~none c>b", "1 1 2", "" },
		{ "a b a<$none b~$none", "1 1", "" },
		{ "a! b c b<none c~none", "1 2 4", "" },
		{ "a! b c a<none c~none", "1 2 2", "" },
	};
	struct graph g;

	for (size_t i = 0; i < COUNT(row); i++) {
		check_row = row[i].text;
		build(&g, row[i].text);
		CHECK_INT(graph_break_loops(&g), 0);
		graph_number(&g);
		CHECK_TEXT(numbers(&g), row[i].numbers);
		CHECK_TEXT(said, row[i].said);
		graph_free(&g);
	}
	check_row = NULL;
}

static void
loops(void)
{
	static const struct {
		const char *text, *numbers, *said;
		size_t broken;
	} row[] = {
		{ "a b a>b b>a", "1 2", "a b 4;", 1 },
		{ "b a b>a a<none b~none", "2 1", "", 0 },
		{ "a b a>b a<none b~none", "2 1", "", 0 },
		{ "b a b>a a>b", "2 1", "a b 4;", 1 },
		{ "a b a>b b~a", "2 1", "b a 3;", 1 },
		{ "a b a~b b>a", "1 2", "a b 3;", 1 },
		{ "a b c a>b b>c c~a", "3 2 1", "c b a 3;", 1 },
		{ "a b c d a>b b>a c>d d>c", "1 2 1 2", "a b 4;c d 4;", 2 },
		{ "a b c a>b b>a c>a", "1 2 2", "a b 4;", 1 },
		/* one that is no loop in any level is not worth a word */
		{ "a/1 b/2 a>b b>a", "1 1", "", 0 },
	};
	struct graph g;

	for (size_t i = 0; i < COUNT(row); i++) {
		check_row = row[i].text;
		build(&g, row[i].text);
		CHECK_INT(graph_break_loops(&g), row[i].broken);
		graph_number(&g);
		(void)numbers(&g);
		CHECK_TEXT(said, row[i].said);
		CHECK_TEXT(numbers(&g), row[i].numbers);
		graph_free(&g);
	}
	check_row = NULL;
}

/* The same scripts and relations in another order: the same edges are left out. */
static void
the_same_always(void)
{
	static const char *const relation[] = { "a>b", "b>c", "c>a", "c~d", "d>b", "d~e", "e>a", "b~e" };
	char first[1024] = "", text[256];
	struct graph g;

	for (unsigned round = 0; round < 200; round++) {
		size_t order[COUNT(relation)];

		for (size_t i = 0; i < COUNT(relation); i++) {
			size_t j = fake_random((unsigned)i + 1);

			order[i] = order[j];
			order[j] = i;
		}
		(void)strcpy(text, round % 2 ? "a b c d e" : "e c a d b");
		for (size_t i = 0; i < COUNT(relation); i++) {
			(void)strcat(text, " ");
			(void)strcat(text, relation[order[i]]);
		}
		build(&g, text);
		CHECK(graph_break_loops(&g) > 0);
		if (round == 0)
			(void)strcpy(first, said);
		CHECK_TEXT(said, first);
		graph_free(&g);
	}
}

static void
all(void)
{
	struct graph g;
	bool last[] = { true, false, true };

	build(&g, "a b c");
	graph_after_all(&g, last);
	CHECK_INT(graph_break_loops(&g), 0);
	graph_number(&g);
	CHECK_TEXT(numbers(&g), "2 1 2");
	graph_free(&g);
	build(&g, "a b c");
	graph_before_all(&g, last);
	graph_number(&g);
	CHECK_TEXT(numbers(&g), "1 2 1");
	graph_free(&g);
	/* who wants to be behind it all the same is obeyed */
	build(&g, "a b c b>a");
	graph_after_all(&g, last);
	CHECK_INT(graph_break_loops(&g), 1);
	graph_number(&g);
	CHECK_TEXT(numbers(&g), "1 2 3");
	graph_free(&g);
}

static void
names(void)
{
	struct graph g = { 0 };
	char name[16];

	CHECK(graph_provider(&g, "a") == GRAPH_NONE);
	for (unsigned i = 0; i < 1000; i++) {
		(void)snprintf(name, sizeof name, "s%u", i);
		CHECK(graph_provide(&g, graph_add(&g, name, 1, false), name));
	}
	for (unsigned i = 0; i < 1000; i++) {
		(void)snprintf(name, sizeof name, "s%u", i);
		CHECK_INT(graph_provider(&g, name), i);
	}
	CHECK(!graph_provide(&g, 0, "s1"));
	CHECK(graph_provide(&g, 1, "s1"));
	graph_free(&g);
}

void
suite_graph(void)
{
	test("graph: the number is that of the longest way", numbering);
	test("graph: a loop is broken at its weakest edge", loops);
	test("graph: at the same one whatever the order of the input", the_same_always);
	test("graph: $all comes last, or first", all);
	test("graph: a name has one provider", names);
}
