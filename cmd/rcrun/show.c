#include <stdio.h>

#include "../xalloc.h"
#include "show.h"
#include "turns.h"

/* ---- waves ---- */

/*
 * All that could run at once, if each script took equally long: wave[job] counts from 1, and is 0 for those that
 * are not run.  Return the last one.
 */
static unsigned
find_waves(const struct phase *p, struct turns *t, unsigned *wave)
{
	size_t *now = xrealloc(NULL, p->jobs * sizeof *now), count;
	unsigned number = 0;

	memset(wave, 0, p->jobs * sizeof *wave);
	turns_begin(t, &p->graph, p->passes);
	while (turns_first(t) != GRAPH_NONE) {
		size_t job;

		number++;
		for (count = 0; (job = turns_first(t)) != GRAPH_NONE; count++) {
			/* an interactive one waits until it is alone */
			if (p->job[job].interactive && count > 0)
				break;
			turns_take(t);
			wave[job] = number;
			now[count] = job;
			if (p->job[job].interactive) {
				count++;
				break;
			}
		}
		while (count > 0)
			turns_end(t, now[--count]);
	}
	free(now);
	return number;
}

/* ---- text ---- */

struct telling {
	const struct phase *p;
	size_t job;
};

/* Through what is not run, it is the last edge that is told. */
static void
tell_before(size_t before, const struct graph_edge *e, void *arg)
{
	const struct telling *t = arg;
	char *reason = phase_reason(t->p, e);
	bool direct = e->after == t->job;

	(void)printf("\t\tafter %s (%s%s%s)\n", t->p->job[before].name, reason, direct ? "" : "; by way of ",
	    direct ? "" : t->p->graph.node[e->after].name);
	free(reason);
}

static void
tell_job(const struct phase *p, const struct turns *t, size_t i)
{
	const struct job *j = &p->job[i];
	struct telling telling = { p, i };

	(void)printf("\t%s", j->name);
	if (j->interactive)
		(void)printf(", alone with the console");
	if (j->limit > 0)
		(void)printf(", for at most %u s", j->limit);
	(void)putchar('\n');
	turns_before(t, i, tell_before, &telling);
}

void
show_plan(const struct phase *p)
{
	unsigned *wave = xrealloc(NULL, p->jobs * sizeof *wave), last;
	struct turns t;

	last = find_waves(p, &t, wave);
	for (unsigned number = 1; number <= last; number++) {
		(void)printf("%s, wave %u:\n", p->action, number);
		for (size_t i = 0; i < p->jobs; i++)
			if (wave[i] == number)
				tell_job(p, &t, i);
	}
	for (size_t i = 0; i < p->jobs; i++)
		if (p->job[i].left_out != NULL)
			(void)printf("no %s of %s: it is %s\n", p->action, p->job[i].name, p->job[i].left_out);
	turns_free(&t);
	free(wave);
}

/* ---- dot ---- */

static void
put_quoted(const char *text)
{
	(void)putchar('"');
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			(void)putchar('\\');
		(void)putchar(*text);
	}
	(void)putchar('"');
}

static void
put_edge(const struct phase *p, const struct graph_edge *e)
{
	static const char *const style[] = { [GRAPH_APART] = "dotted", [GRAPH_PLACE] = "dotted",
		[GRAPH_ALL] = "dotted", [GRAPH_SHOULD] = "dashed", [GRAPH_REQUIRED] = "solid" };
	char *reason = phase_reason(p, e);

	(void)printf("\t%c%zu -> %c%zu [style=%s%s, tooltip=", p->letter, e->before, p->letter, e->after,
	    style[e->strength], e->broken ? ", color=red, constraint=false" : "");
	put_quoted(reason);
	(void)printf("];\n");
	free(reason);
}

void
show_dot(const char *level, const struct phase *const *phases, size_t count)
{
	(void)printf("digraph ");
	put_quoted(level);
	(void)printf(" {\n\trankdir=LR;\n\tnode [shape=box];\n");
	for (size_t k = 0; k < count; k++) {
		const struct phase *p = phases[k];

		for (size_t i = 0; i < p->graph.nodes; i++) {
			(void)printf("\t%c%zu [label=", p->letter, i);
			put_quoted(p->graph.node[i].name);
			if (i >= p->jobs || p->passes[i])
				(void)printf(", style=dashed");
			else if (p->job[i].interactive)
				(void)printf(", peripheries=2");
			(void)printf("];\n");
		}
		for (size_t i = 0; i < p->graph.edges; i++)
			put_edge(p, &p->graph.edge[i]);
	}
	(void)printf("}\n");
}

/* ---- svg ---- */

#define COLUMN 220	/* pixels from wave to wave, from row to row, and a script's */
#define ROW 34
#define WIDTH 160
#define HEIGHT 24
#define MARGIN 20

struct picture {
	const struct phase *p;
	struct turns t;
	unsigned *wave, *row;
	unsigned waves, rows, first;	/* first: waves of the phases before it */
};

static void
put_escaped(const char *text)
{
	for (; *text != '\0'; text++)
		switch (*text) {
		case '<': (void)printf("&lt;"); break;
		case '>': (void)printf("&gt;"); break;
		case '&': (void)printf("&amp;"); break;
		case '"': (void)printf("&quot;"); break;
		default:
			/* XML has no control characters */
			if ((unsigned char)*text >= ' ')
				(void)putchar(*text);
		}
}

static void
place(struct picture *d)
{
	size_t room = d->p->jobs * sizeof *d->wave;
	unsigned *used;

	d->wave = xrealloc(NULL, room);
	d->row = xrealloc(NULL, room);
	d->waves = find_waves(d->p, &d->t, d->wave);
	used = xrealloc(NULL, (d->waves + 1) * sizeof *used);
	memset(used, 0, (d->waves + 1) * sizeof *used);
	d->rows = 0;
	for (size_t i = 0; i < d->p->jobs; i++) {
		d->row[i] = d->wave[i] > 0 ? used[d->wave[i]]++ : 0;
		if (d->wave[i] > 0 && d->rows < d->row[i] + 1)
			d->rows = d->row[i] + 1;
	}
	free(used);
}

static unsigned
x_of(const struct picture *d, size_t job)
{
	return MARGIN + (d->first + d->wave[job] - 1) * COLUMN;
}

static unsigned
y_of(const struct picture *d, size_t job)
{
	return MARGIN + d->row[job] * ROW;
}

/* From wave to wave, to another height. */
static void
put_bend(unsigned x, unsigned from, unsigned to)
{
	const unsigned gap = COLUMN - WIDTH;

	(void)printf("C%u %u %u %u %u %u", x + gap / 2, from, x + gap / 2, to, x + gap, to);
}

struct arrow {
	const struct picture *d;
	size_t to;
};

static void
put_arrow(size_t from, const struct graph_edge *e, void *arg)
{
	static const char *const class[] = { [GRAPH_APART] = "weak", [GRAPH_PLACE] = "weak",
		[GRAPH_ALL] = "weak", [GRAPH_SHOULD] = "should", [GRAPH_REQUIRED] = "required" };
	const struct arrow *a = arg;
	unsigned x1 = x_of(a->d, from) + WIDTH, y1 = y_of(a->d, from) + HEIGHT / 2;
	unsigned x2 = x_of(a->d, a->to), y2 = y_of(a->d, a->to) + HEIGHT / 2;
	char *reason = phase_reason(a->d->p, e);

	(void)printf("<path class=\"%s\" d=\"M%u %u", class[e->strength], x1, y1);
	if (x2 - x1 > COLUMN - WIDTH) {	/* past other waves: between the rows, where no box hides it */
		put_bend(x1, y1, y2 - ROW / 2);
		x1 = x2 - (COLUMN - WIDTH);
		y1 = y2 - ROW / 2;
		(void)printf("H%u", x1);
	}
	put_bend(x1, y1, y2);
	(void)printf("\"><title>");
	put_escaped(reason);
	(void)printf("</title></path>\n");
	free(reason);
}

static void
put_box(const struct picture *d, size_t i)
{
	const struct job *j = &d->p->job[i];
	unsigned x = x_of(d, i), y = y_of(d, i);

	(void)printf("<rect class=\"%s%s\" x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\" rx=\"4\"/>\n", d->p->action,
	    j->interactive ? " alone" : "", x, y, WIDTH, HEIGHT);
	/* a long name is squeezed into its box */
	(void)printf("<text x=\"%u\" y=\"%u\"", x + 8, y + 17);
	if (strlen(j->name) > 20)
		(void)printf(" textLength=\"%u\" lengthAdjust=\"spacingAndGlyphs\"", WIDTH - 16);
	(void)printf(">");
	put_escaped(j->name);
	(void)printf("</text>\n");
}

static void
put_picture(const struct picture *d)
{
	for (size_t i = 0; i < d->p->jobs; i++) {
		struct arrow a = { d, i };

		if (d->wave[i] > 0)
			turns_before(&d->t, i, put_arrow, &a);
	}
	for (size_t i = 0; i < d->p->jobs; i++)
		if (d->wave[i] > 0)
			put_box(d, i);
}

static const char style[] =
	"<style>\n"
	"svg { background: #fff; --ink: #1b1f24; --line: #8b949e; --stop: #fbe3d6; --start: #dcebfb; }\n"
	"@media (prefers-color-scheme: dark) {\n"
	"svg { background: #14181d; --ink: #e6edf3; --line: #6e7781; --stop: #5a3322; --start: #1f3a57; } }\n"
	"text { font: 13px system-ui, sans-serif; fill: var(--ink); }\n"
	"rect { stroke: var(--line); }\n"
	".start { fill: var(--start); } .stop { fill: var(--stop); }\n"
	".alone { stroke: var(--ink); stroke-width: 2; }\n"
	"path { fill: none; stroke: var(--line); stroke-width: 1.2; }\n"
	".should { stroke-dasharray: 6 3; } .weak { stroke-dasharray: 1 4; }\n"
	"</style>\n";

void
show_svg(const char *level, const struct phase *const *phases, size_t count)
{
	struct picture *d = xrealloc(NULL, count * sizeof *d);
	unsigned waves = 0, rows = 0;

	for (size_t k = 0; k < count; k++) {
		d[k] = (struct picture){ .p = phases[k], .first = waves };
		place(&d[k]);
		waves += d[k].waves;
		rows = d[k].rows > rows ? d[k].rows : rows;
	}
	(void)printf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%u\" height=\"%u\">\n<title>level ",
	    2 * MARGIN + (waves > 0 ? (waves - 1) * COLUMN + WIDTH : 0),
	    2 * MARGIN + (rows > 0 ? (rows - 1) * ROW + HEIGHT : 0));
	put_escaped(level);
	(void)printf("</title>\n%s", style);
	for (size_t k = 0; k < count; k++) {
		put_picture(&d[k]);
		turns_free(&d[k].t);
		free(d[k].wave);
		free(d[k].row);
	}
	(void)printf("</svg>\n");
	free(d);
}
