/*
 * lsb: the files of several init scripts, with a NUL between them; from their headers come two graphs.
 */
#include "../../cmd/graph.h"
#include "../../cmd/lsb.h"
#include "../../cmd/xalloc.h"
#include "fuzz.h"

#define SCRIPTS_MAX 40

static struct {
	const char *text;
	struct lsb lsb;
} script[SCRIPTS_MAX];

static void
check_spans(const struct lsb *h, const char *text, size_t len)
{
	REQUIRE(h->state != LSB_MISSING || h->keys == 0);
	for (int key = 0; key < LSB_KEY_COUNT; key++) {
		struct span list = h->value[key], word;

		REQUIRE(span_end(list) <= len);
		REQUIRE(!lsb_has(h, (enum lsb_key)key) || h->line[key] > h->begin);
		REQUIRE(list.len == 0 || memchr(text + list.at, '\n', list.len) == NULL);
		while (lsb_word(text, &list, &word))
			REQUIRE(word.len > 0 && span_end(word) <= span_end(h->value[key]));
	}
	REQUIRE(span_end(h->chkconfig_levels) <= len && span_end(h->description) <= len);
	REQUIRE(h->chkconfig_start <= 99 && h->chkconfig_stop <= 99);
}

static const char *doubted;	/* the text of the header */

static void
check_doubt(const struct lsb_doubt *d, void *arg)
{
	const char *word = doubted + d->word.at;

	REQUIRE(span_end(d->word) <= *(size_t *)arg && d->word.len > 0 && d->column > 0);
	REQUIRE((d->kind == LSB_NO_LEVEL) == (d->meant == NULL));
	/* the line begins so many bytes before it */
	REQUIRE(d->word.at + 1 >= d->column && memchr(word - (d->column - 1), '\n', d->column) == NULL);
}

static void
relate(struct graph *g, size_t node, enum lsb_key key, enum graph_strength strength, bool after)
{
	struct span list = script[node].lsb.value[key], word;

	while (lsb_word(script[node].text, &list, &word)) {
		char *name = xstrndup(script[node].text + word.at, word.len);

		if (key == LSB_PROVIDES)
			(void)graph_provide(g, node, name);
		else if (after)
			graph_after(g, node, name, strength);
		else
			graph_before(g, node, name, strength);
		free(name);
	}
}

static void
count_loop(void *arg, const struct graph_report *r)
{
	if (r->kind != GRAPH_LOOP)
		return;
	++*(size_t *)arg;
	REQUIRE(r->count >= 2);
}

static void
check_graph(size_t count, bool start)
{
	size_t told = 0, broken;
	struct graph g = { .report = count_loop, .arg = &told };
	bool last[SCRIPTS_MAX];

	for (size_t i = 0; i < count; i++) {
		const struct lsb *h = &script[i].lsb;

		(void)graph_add(&g, "script", lsb_levels(script[i].text,
		    h->value[start ? LSB_DEFAULT_START : LSB_DEFAULT_STOP]), start && lsb_has(h, LSB_INTERACTIVE));
		relate(&g, i, LSB_PROVIDES, GRAPH_ALL, false);
		last[i] = h->openrc;
	}
	for (size_t i = 0; i < count; i++) {
		relate(&g, i, start ? LSB_REQUIRED_START : LSB_REQUIRED_STOP, GRAPH_REQUIRED, start);
		relate(&g, i, start ? LSB_SHOULD_START : LSB_SHOULD_STOP, GRAPH_SHOULD, start);
		relate(&g, i, start ? LSB_START_BEFORE : LSB_STOP_AFTER, GRAPH_SHOULD, !start);
	}
	graph_after_all(&g, last);
	broken = graph_break_loops(&g);
	REQUIRE(broken == told);
	REQUIRE(graph_break_loops(&g) == 0);
	graph_number(&g);
	for (size_t i = 0; i < g.edges; i++) {
		const struct graph_node *before = &g.node[g.edge[i].before], *after = &g.node[g.edge[i].after];

		REQUIRE(before != after);
		/* What nobody provides has no number of its own. */
		if (g.edge[i].before >= g.given || g.edge[i].after >= g.given)
			continue;
		if (!g.edge[i].broken && (before->levels & after->levels) != 0)
			REQUIRE(before->number < after->number);
	}
	for (size_t i = 0; i < g.given; i++)
		for (size_t j = 0; j < g.given; j++)
			if (i != j && g.node[i].interactive && (g.node[i].levels & g.node[j].levels) != 0)
				REQUIRE(g.node[i].number != g.node[j].number);
	graph_free(&g);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, data + size };
	size_t count = 0, len;

	for (; in.at < in.end && count < SCRIPTS_MAX; count++) {
		const char *text = fuzz_until(&in, '\0', &len);

		script[count].text = fuzz_copy(text, len);
		lsb_parse(&script[count].lsb, script[count].text, len);
		check_spans(&script[count].lsb, script[count].text, len);
		doubted = script[count].text;
		lsb_doubts(&script[count].lsb, doubted, len, check_doubt, &len);
	}
	check_graph(count, true);
	check_graph(count, false);
	for (size_t i = 0; i < count; i++)
		free((void *)(uintptr_t)script[i].text);
	return 0;
}
