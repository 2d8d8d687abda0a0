/*
 * The picture: time runs to the right, each job has a row, an entry that runs the scripts of a level stands above them.
 * It is one SVG file without scripts and without anything from elsewhere; its colours follow the reader's choice of light
 * or dark.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../xalloc.h"
#include "show.h"
#include "shown.h"

#define WIDTH 1200.0
#define MARGIN 28.0
#define LEFT MARGIN
#define RIGHT (WIDTH - MARGIN)
#define TAIL 48.0		/* behind the end of the boot: what runs on */
#define STRIP_TOP 80.0
#define STRIP_HEIGHT 20.0
#define LOAD_TOP 110.0
#define LOAD_HEIGHT 34.0
#define ROWS_TOP 176.0
#define KERNEL_MOST 0.15	/* of the width: a kernel that took more is drawn shorter than it was */

/* More rows are lower ones. */
static const struct density {
	size_t rows;
	double row, bar, font;
} densities[] = {
	{ 45, 24, 12, 12.5 },
	{ 130, 18, 10, 11.5 },
	{ SIZE_MAX, 14, 8, 10 },
};

static const struct boot *b, *before;
static const struct density *look;
static usec_t shown_to;		/* the time at the right edge, but for TAIL */
static double *middle;		/* of each job's row; 0: it has none */
static size_t *order, rows;	/* the jobs, from top to bottom */

/* ---- small things ---- */

static double
share(usec_t part, usec_t whole)
{
	double s = whole > 0 ? (double)part / (double)whole : 1;

	return s < 0 ? 0 : s > 1 ? 1 : s;
}

/* Is the kernel's part of another scale? */
static bool
is_broken(void)
{
	return show_kernel(b) >= 0 && share(show_kernel(b), shown_to) > KERNEL_MOST;
}

static double
x_of(usec_t t)
{
	const double width = RIGHT - TAIL - LEFT;
	usec_t kernel = show_kernel(b);

	t -= b->origin;
	if (!is_broken())
		return LEFT + share(t, shown_to) * width;
	if (t < kernel)
		return LEFT + share(t, kernel) * KERNEL_MOST * width;
	return LEFT + (KERNEL_MOST + share(t - kernel, shown_to - kernel) * (1 - KERNEL_MOST)) * width;
}

static usec_t
end_of(const struct boot *of, const struct boot_job *job)
{
	return job->end >= 0 && job->end < of->end ? job->end : of->end;
}

static bool
runs_on(const struct boot_job *job)
{
	return !job->skipped && (job->end < 0 || job->end > b->end);
}

static void
text(const char *s)
{
	for (; *s != '\0'; s++)
		switch (*s) {
		case '&': (void)fputs("&amp;", stdout); break;
		case '<': (void)fputs("&lt;", stdout); break;
		case '>': (void)fputs("&gt;", stdout); break;
		default: (void)putchar(*s);
		}
}

/* A time for people; eight of them may be in use at once. */
static const char *
span(usec_t us)
{
	static char texts[8][32];
	static unsigned turn;
	char *s = texts[turn++ % 8];

	if (us < 10000)
		(void)snprintf(s, sizeof texts[0], "%.1f ms", (double)us / 1e3);
	else if (us < 1000000)
		(void)snprintf(s, sizeof texts[0], "%lld ms", (long long)us / 1000);
	else if (us < 100 * (usec_t)1000000)
		(void)snprintf(s, sizeof texts[0], "%.2f s", (double)us / 1e6);
	else
		(void)snprintf(s, sizeof texts[0], "%lld:%02lld min", (long long)us / 60000000, (long long)us / 1000000 % 60);
	return s;
}

/* How wide a text will be, roughly: characters, not bytes. */
static double
width_of(const char *s, double font)
{
	size_t count = 0;

	for (; *s != '\0'; s++)
		count += ((unsigned char)*s & 0xc0) != 0x80;
	return (double)count * font * 0.53;
}

/* ---- rows ---- */

static int
earlier_first(const void *p, const void *q)
{
	const struct boot_job *x = &b->job[*(const size_t *)p], *y = &b->job[*(const size_t *)q];

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x < y ? -1 : x > y;
}

static void
give_row(size_t job)
{
	order[rows] = job;
	middle[job] = ROWS_TOP + ((double)rows + 0.5) * look->row;
	rows++;
}

static void
lay_out(void)
{
	size_t *sorted = xrealloc(NULL, b->jobs * sizeof *sorted);

	look = densities;
	while (b->jobs > look->rows)
		look++;
	order = xrealloc(NULL, b->jobs * sizeof *order);
	middle = xrealloc(NULL, b->jobs * sizeof *middle);
	rows = 0;
	for (size_t i = 0; i < b->jobs; i++)
		sorted[i] = i;
	qsort(sorted, b->jobs, sizeof *sorted, earlier_first);
	for (size_t i = 0; i < b->jobs; i++) {
		if (b->job[sorted[i]].script)
			continue;
		give_row(sorted[i]);
		for (size_t n = 0; b->job[sorted[i]].has_run && n < b->jobs; n++) {
			const struct boot_job *job = &b->job[sorted[n]];

			if (job->script && b->run[job->run].entry == sorted[i])
				give_row(sorted[n]);
		}
	}
	free(sorted);
}

static double
bottom(void)
{
	return ROWS_TOP + (double)rows * look->row;
}

/* ---- what stands around the rows ---- */

static void
style(void)
{
	(void)fputs("<style>\n"
		    "text{font-family:system-ui,-apple-system,Segoe UI,Helvetica,Arial,sans-serif;font-variant-numeric:tabular-nums}\n"
		    ".bg{fill:#fff;stroke:#d0d7de}.i{fill:#1f2328}.m{fill:#59636e}.g{stroke:#e4e8ec}.z{fill:#f6f8fa}\n"
		    ".halo{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}\n"
		    ".kernel{fill:#8a8f98}.entry{fill:#8e6bbf}.script{fill:#2e86ab}.stop{fill:#5b8c5a}.bad{fill:#d1495b}\n"
		    ".skip{fill:#e09f3e}.on{fill:#1f2328;fill-opacity:.3}.group{fill:#8e6bbf;fill-opacity:.07}\n"
		    ".load{fill:#2e86ab;fill-opacity:.16;stroke:#2e86ab;stroke-width:1.2}.end{stroke:#1a7f37}.fast{fill:#1a7f37}\n"
		    ".wait{stroke:#8a8f98;stroke-opacity:.5}.queue{stroke:#e09f3e;stroke-opacity:.65}.ghost{fill:none;stroke:#59636e;stroke-dasharray:3 2}\n"
		    ".path{fill:none;stroke:#e09f3e;stroke-width:1.6;stroke-linejoin:round}.break{fill:none;stroke:#fff;stroke-width:2}.ring{stroke:#e09f3e;stroke-width:1.6}\n"
		    ".badtext{fill:#b3293d}.skiptext{fill:#9a6200}.on-strip{fill:#fff}.slow{fill:#b3293d}\n"
		    ".s-entry{stop-color:#8e6bbf}.s-script{stop-color:#2e86ab}\n"
		    ".j:hover .bar{fill-opacity:.75}.j:hover .row{fill:#2e86ab;fill-opacity:.1}.row{fill-opacity:0}\n"
		    "@media(prefers-color-scheme:dark){.bg{fill:#0d1117;stroke:#3d444d}.i{fill:#f0f6fc}.m{fill:#9198a1}.g{stroke:#2a3038}\n"
		    ".z{fill:#151b23}.halo{stroke:#0d1117}.on{fill:#0d1117;fill-opacity:.42}.entry{fill:#a384d1}.script{fill:#4aa3c8}\n"
		    ".stop{fill:#74a873}.bad{fill:#e5677a}.badtext{fill:#ff8d9d}.skiptext{fill:#f0b860}.group{fill:#a384d1;fill-opacity:.09}\n"
		    ".load{fill:#4aa3c8;fill-opacity:.2;stroke:#4aa3c8}.end{stroke:#3fb950}.fast{fill:#3fb950}.slow{fill:#ff8d9d}\n"
		    ".ghost{stroke:#9198a1}.s-entry{stop-color:#a384d1}.s-script{stop-color:#4aa3c8}.on-strip{fill:#0d1117}.break{stroke:#0d1117}}\n"
		    "</style>\n",
	    stdout);
	(void)printf("<defs>");
	for (int i = 0; i < 2; i++) {
		const char *what = i == 0 ? "entry" : "script";

		(void)printf("<linearGradient id=\"fade-%s\" gradientUnits=\"userSpaceOnUse\" x1=\"%.1f\" x2=\"%.1f\">"
			     "<stop class=\"s-%s\" stop-opacity=\".9\"/><stop class=\"s-%s\" offset=\"1\" stop-opacity=\"0\"/>"
			     "</linearGradient>", what, x_of(b->end), RIGHT, what, what);
	}
	(void)printf("</defs>\n");
}

/* How many jobs work at once, at most. */
static size_t at_once;

static void
subtitle(void)
{
	size_t scripts = 0;
	char when[64] = "";

	for (size_t i = 0; i < b->jobs; i++)
		scripts += b->job[i].script && !b->job[i].skipped;
	if (b->which != NULL && b->which->real > 0) {
		time_t t = (time_t)b->which->real;
		struct tm *tm = localtime(&t);

		if (tm != NULL)
			(void)strftime(when, sizeof when, "%Y-%m-%d %H:%M", tm);
	}
	if (when[0] != '\0')
		(void)printf("%s · ", when);
	if (b->which != NULL && b->which->release != NULL) {
		(void)printf("Linux ");
		text(b->which->release);
		(void)printf(" · ");
	}
	if (show_kernel(b) >= 0)
		(void)printf("kernel %s · ", span(show_kernel(b)));
	if (scripts > 0)
		(void)printf("%zu script%s · ", scripts, scripts == 1 ? "" : "s");
	(void)printf("up to %zu at once", at_once);
	if (b->failed > 0)
		(void)printf(" · <tspan class=\"badtext\">%zu failed</tspan>", b->failed);
}

static void
heading(void)
{
	(void)printf("<text class=\"i\" x=\"%.0f\" y=\"40\" font-size=\"20\" font-weight=\"600\">", MARGIN);
	text(show_title(b));
	(void)printf("</text>\n<text class=\"m\" x=\"%.0f\" y=\"62\" font-size=\"12.5\">", MARGIN);
	subtitle();
	(void)printf("</text>\n<text class=\"i\" x=\"%.0f\" y=\"43\" font-size=\"26\" font-weight=\"600\" text-anchor=\"end\">%s</text>\n",
	    RIGHT, span(show_total(b)));
	if (before == NULL)
		return;
	usec_t more = show_total(b) - show_total(before);
	(void)printf("<text class=\"%s\" x=\"%.0f\" y=\"62\" font-size=\"12.5\" text-anchor=\"end\">%s %s than the boot before</text>\n",
	    more > 0 ? "slow" : "fast", RIGHT, span(more < 0 ? -more : more), more > 0 ? "slower" : "faster");
}

/* Round steps of time: 1, 2 or 5 of something. */
static usec_t
step(void)
{
	usec_t all = shown_to - (is_broken() ? show_kernel(b) : 0), unit = 1000;

	for (;; unit *= 10) {
		if (all / unit <= 14)
			return unit;
		if (all / (2 * unit) <= 14)
			return 2 * unit;
		if (all / (5 * unit) <= 14)
			return 5 * unit;
	}
}

/* The first time behind 0 that has a line. */
static usec_t
first_tick(usec_t by)
{
	return is_broken() ? (show_kernel(b) + by / 2) / by * by + by : by;
}

static void
tick_labels(double y)
{
	for (usec_t t = 0, by = step(); t <= shown_to; t = t == 0 ? first_tick(by) : t + by)
		(void)printf("<text class=\"m\" x=\"%.1f\" y=\"%.1f\" font-size=\"11\" text-anchor=\"%s\">%.*f s</text>",
		    x_of(b->origin + t), y, t == 0 ? "start" : "middle", by >= 1000000 ? 0 : by >= 100000 ? 1 : by >= 10000 ? 2 : 3,
		    (double)t / 1e6);
	(void)putchar('\n');
}

static void
grid(void)
{
	for (usec_t t = 0, by = step(); t <= shown_to; t = t == 0 ? first_tick(by) : t + by) {
		double x = x_of(b->origin + t);

		(void)printf("<line class=\"g\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", x, LOAD_TOP, x, bottom() + 4);
	}
	(void)putchar('\n');
	tick_labels(LOAD_TOP + LOAD_HEIGHT + 18);
	if (rows > 30)
		tick_labels(bottom() + 18);
	if (b->over)
		(void)printf("<line class=\"end\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke-width=\"1.5\"/>\n", x_of(b->end),
		    STRIP_TOP, x_of(b->end), bottom() + 4);
}

static void
strip_part(usec_t from, usec_t to, const char *class, const char *label)
{
	double x = x_of(from), w = x_of(to) - x;

	if (w < 1)
		return;
	(void)printf("<rect class=\"%s\" x=\"%.1f\" y=\"%.0f\" width=\"%.1f\" height=\"%.0f\" rx=\"3\"><title>", class, x, STRIP_TOP,
	    w - 1 > 0.5 ? w - 1 : 0.5, STRIP_HEIGHT);
	text(label);
	(void)printf(": %s</title></rect>", span(to - from));
	if (width_of(label, 12) + 12 > w)
		return;
	(void)printf("<text class=\"on-strip\" x=\"%.1f\" y=\"%.1f\" font-size=\"12\" font-weight=\"600\">", x + 7, STRIP_TOP + 14.5);
	text(label);
	if (width_of(label, 12) + 80 < w)
		(void)printf(" <tspan font-weight=\"400\">%s</tspan>", span(to - from));
	(void)printf("</text>\n");
}

/* What an entry is called in few words: by its level if it runs that level's scripts. */
static const char *
short_name(size_t entry)
{
	static char level[] = "level ?";

	for (size_t i = 0; i < b->runs; i++)
		if (b->run[i].entry == entry) {
			level[sizeof level - 2] = b->run[i].level != '\0' ? b->run[i].level : '?';
			return level;
		}
	return b->job[entry].name;
}

/* The parts of the boot that came one after the other. */
static void
strip(void)
{
	if (show_kernel(b) >= 0)
		strip_part(b->origin, b->origin + show_kernel(b), "kernel", "kernel");
	if (is_broken()) {	/* two strokes: not to scale */
		double x = x_of(b->origin + show_kernel(b)) - 16;

		for (int i = 0; i < 2; i++)
			(void)printf("<path class=\"break\" d=\"M%.1f %.1fl5 %.1f\"/>", x + 5 * i, STRIP_TOP + STRIP_HEIGHT + 2,
			    -STRIP_HEIGHT - 4);
	}
	for (size_t i = 0; i < b->path_len; i++) {
		const struct boot_job *job = &b->job[b->path[i]];

		if (!job->script)
			strip_part(job->start, end_of(b, job), boot_failed(job) ? "bad" : "entry", short_name(b->path[i]));
	}
}

struct change {
	usec_t time;
	int by;
};

static int
by_time(const void *p, const void *q)
{
	const struct change *x = p, *y = q;

	if (x->time != y->time)
		return x->time < y->time ? -1 : 1;
	return x->by - y->by;	/* one ends, the next one begins */
}

static struct change *changes;
static size_t change_count;

static void
count_load(void)
{
	long now = 0, most = 0;

	changes = xrealloc(NULL, 2 * b->jobs * sizeof *changes);
	change_count = 0;
	for (size_t i = 0; i < b->jobs; i++) {
		const struct boot_job *job = &b->job[i];

		if (job->skipped || !job->waited || job->has_run)
			continue;
		changes[change_count++] = (struct change){ job->start, 1 };
		changes[change_count++] = (struct change){ end_of(b, job), -1 };
	}
	qsort(changes, change_count, sizeof *changes, by_time);
	for (size_t i = 0; i < change_count; i++) {
		now += changes[i].by;
		most = now > most ? now : most;
	}
	at_once = (size_t)most;
}

static void
load(void)
{
	double base = LOAD_TOP + LOAD_HEIGHT, unit = LOAD_HEIGHT / (double)(at_once > 0 ? at_once : 1);
	long now = 0;

	if (change_count == 0)
		return;
	(void)printf("<path class=\"load\" d=\"M%.1f %.1f", x_of(changes[0].time), base);
	for (size_t i = 0; i < change_count; i++) {
		now += changes[i].by;
		if (i + 1 < change_count && x_of(changes[i + 1].time) - x_of(changes[i].time) < 1)
			continue;	/* too short to be seen */
		(void)printf("H%.1fV%.1f", x_of(changes[i].time), base - (double)now * unit);
	}
	(void)printf("\"><title>How many were at work at once: up to %zu</title></path>\n", at_once);
}

/* ---- the rows themselves ---- */

static const char *
class_of(const struct boot_job *job)
{
	if (boot_failed(job))
		return "bad";
	if (!job->script)
		return "entry";
	return job->action != NULL && strcmp(job->action, "stop") == 0 ? "stop" : "script";
}

static void
tooltip(size_t i)
{
	const struct boot_job *job = &b->job[i];
	const char *fate = show_fate(b, job);

	(void)printf("<title>");
	text(job->name);
	if (job->action != NULL) {
		(void)printf(", ");
		text(job->action);
	}
	if (job->command != NULL) {
		(void)printf(": ");
		text(job->command);
	}
	(void)printf("\nfrom %s to %s: %s", span(job->start - b->origin), span(end_of(b, job) - b->origin),
	    span(end_of(b, job) - job->start));
	if (*fate != '\0')
		(void)printf("\n%s", fate);
	if (job->user >= 0)
		(void)printf("\nprocessor %s", span(job->user + job->system));
	if (job->memory >= 0)
		(void)printf("\nmemory %lld.%lld MiB", job->memory / 1024, job->memory % 1024 * 10 / 1024);
	if (boot_cause(job) != BOOT_NONE) {
		(void)printf("\nafter ");
		text(b->job[boot_cause(job)].name);
	}
	if (job->needed_count > 0)
		(void)printf("\nneeded ");
	for (size_t n = 0; n < job->needed_count; n++) {
		if (n > 0)
			(void)printf(", ");
		text(b->job[job->needed[n]].name);
	}
	(void)printf("</title>");
}

/* The text of a row beside its bar, where there is room for it. */
static void
label(size_t i, double x, double end)
{
	const struct boot_job *job = &b->job[i];
	const char *fate = show_fate(b, job), *more = "", *took;
	char whole[512];
	double w, at;
	bool before_bar;

	took = job->skipped || (runs_on(job) && !job->waited) ? "" : span(end_of(b, job) - job->start);
	if (!job->script && job->command != NULL)
		more = job->command;
	(void)snprintf(whole, sizeof whole, "%.100s%s%.60s%s%s%s%s", job->name, *more != '\0' ? " " : "", more,
	    *took != '\0' ? " " : "", took, *fate != '\0' ? " " : "", fate);
	w = width_of(whole, look->font);
	before_bar = end + 8 + w > RIGHT - 4 && x - 8 - w > LEFT;
	at = before_bar ? x - 7 : end + 7 + w > RIGHT ? LEFT + 4 : end + 7;
	(void)printf("<text class=\"i halo\" x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\"%s>", at, middle[i] + look->font * 0.36, look->font,
	    before_bar ? " text-anchor=\"end\"" : "");
	(void)printf("<tspan%s>", job->has_run ? " font-weight=\"600\"" : "");
	text(job->name);
	(void)printf("</tspan>");
	if (*more != '\0') {
		char cut[64];

		(void)snprintf(cut, sizeof cut, "%.60s", more);
		(void)printf(" <tspan class=\"m\">");
		text(shown_string(cut, strlen(cut)));
		(void)printf("</tspan>");
	}
	if (*took != '\0')
		(void)printf(" <tspan class=\"m\">%s</tspan>", took);
	if (*fate != '\0') {
		(void)printf(" <tspan class=\"%s\">", boot_failed(job) ? "badtext" : "skiptext");
		text(fate);
		(void)printf("</tspan>");
	}
	(void)printf("</text>");
}

/* From the time when its level began: it waits for others; and then, if that is worth it, for a free place. */
static void
waiting(size_t i)
{
	const struct boot_job *job = &b->job[i];
	double y = middle[i];

	if (!job->script || job->skipped)
		return;
	if (x_of(job->ready) - x_of(b->run[job->run].begin) >= 1)
		(void)printf("<line class=\"wait\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", x_of(b->run[job->run].begin), y,
		    x_of(job->ready), y);
	if (job->place != BOOT_NONE)
		(void)printf("<line class=\"queue\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke-width=\"%.1f\" "
			     "stroke-dasharray=\"1 2\"/>", x_of(job->ready), y, x_of(job->start), y, look->bar / 4);
}

static void
bar(size_t i)
{
	const struct boot_job *job = &b->job[i];
	double x = x_of(job->start), w = x_of(end_of(b, job)) - x, y = middle[i], h = job->has_run ? look->bar * 0.5 : look->bar;
	const char *ring = job->on_path && !job->has_run ? " ring" : "";
	usec_t took = end_of(b, job) - job->start;

	if (job->skipped) {
		(void)printf("<path class=\"skip\" d=\"M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz\"/>", x, y - h / 2, h / 2, h / 2, -h / 2,
		    h / 2, -h / 2, -h / 2);
		return;
	}
	w = w < 1.5 ? 1.5 : w;
	if (runs_on(job) && b->over) {
		(void)printf("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"url(#fade-%s)\"/>", x_of(b->end), y - h / 2,
		    RIGHT - x_of(b->end), h, job->script ? "script" : "entry");
	}
	(void)printf("<rect class=\"bar %s%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\"/>", class_of(job), ring, x,
	    y - h / 2, w, h, w < 5 ? w / 2 : 2.5);
	if (job->user >= 0 && took > 0 && w > 3) {
		double used = share(job->user + job->system, took) * w;

		if (used > 0.5)
			(void)printf("<rect class=\"on\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1\"/>", x,
			    y + h / 2 - h * 0.3, used, h * 0.3);
	}
}

static void
ghost(size_t i)
{
	const struct boot_job *other = before != NULL ? boot_match(before, &b->job[i]) : NULL;

	if (other == NULL || other->skipped || b->job[i].has_run || !b->job[i].waited)
		return;
	double x = x_of(other->start - before->origin + b->origin);
	double w = x_of(end_of(before, other) - before->origin + b->origin) - x;
	(void)printf("<rect class=\"ghost\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"3\"/>", x,
	    middle[i] - look->bar / 2 - 2.5, w < 2 ? 2 : w, look->bar + 5);
}

static void
group(size_t i)
{
	size_t count = 0;

	for (size_t n = 0; n < b->jobs; n++)
		count += b->job[n].script && b->run[b->job[n].run].entry == i;
	(void)printf("<rect class=\"group\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"4\"/>\n", x_of(b->job[i].start),
	    middle[i] - look->row / 2 + 2, x_of(end_of(b, &b->job[i])) - x_of(b->job[i].start), (double)(count + 1) * look->row - 4);
}

/* A line from one job of the path to the next. */
static void
connect(size_t from, size_t to)
{
	const struct boot_job *p = &b->job[from], *q = &b->job[to];
	bool inside = q->script && b->run[q->run].entry == from;
	double x = x_of(inside ? p->start : end_of(b, p)), y = middle[from];

	if (p->has_run && !inside)
		return;		/* its last script is what connects */
	if (x > x_of(q->start))
		x = x_of(q->start);
	(void)printf("<path class=\"path\" d=\"M%.1f %.1fV%.1fH%.1f\"/>", x, y, middle[to], x_of(q->start));
}

static void
path(void)
{
	for (size_t i = 0; i + 1 < b->path_len; i++) {
		if (middle[b->path[i]] < middle[b->path[i + 1]])
			connect(b->path[i], b->path[i + 1]);
	}
	(void)putchar('\n');
}

static void
draw_rows(void)
{
	for (size_t i = 0; i < rows; i += 2)
		(void)printf("<rect class=\"z\" x=\"8\" y=\"%.1f\" width=\"%.0f\" height=\"%.0f\" rx=\"4\"/>", ROWS_TOP + (double)i * look->row,
		    WIDTH - 16, look->row);
	(void)putchar('\n');
	grid();
	for (size_t i = 0; i < b->jobs; i++)
		if (b->job[i].has_run)
			group(i);
	for (size_t i = 0; i < rows; i++)
		waiting(order[i]);
	(void)putchar('\n');
	path();
	for (size_t i = 0; i < rows; i++) {
		const struct boot_job *job = &b->job[order[i]];
		double x = x_of(job->start), end = x_of(end_of(b, job));

		(void)printf("<g class=\"j\">");
		tooltip(order[i]);
		(void)printf("<rect class=\"row\" x=\"8\" y=\"%.1f\" width=\"%.0f\" height=\"%.0f\"/>", middle[order[i]] - look->row / 2,
		    WIDTH - 16, look->row);
		ghost(order[i]);
		bar(order[i]);
		label(order[i], job->skipped ? x - look->bar / 2 : x,
		    job->skipped ? x + look->bar / 2 : runs_on(job) && b->over ? RIGHT : end < x + 1.5 ? x + 1.5 : end);
		(void)printf("</g>\n");
	}
}

static void
legend(double y)
{
	static const struct {
		const char *class, *words;
		double width;
	} parts[] = {
		{ "script", "script", 70 }, { "entry", "line of inittab", 112 }, { "bad", "failed", 68 },
		{ "skip", "skipped", 76 }, { "script", "of that, processor time", 160 },
	};
	double x = LEFT;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		(void)printf("<rect class=\"%s\" x=\"%.0f\" y=\"%.1f\" width=\"14\" height=\"10\" rx=\"2.5\"/><text class=\"m\" x=\"%.0f\" "
			     "y=\"%.1f\" font-size=\"11.5\">%s</text>", parts[i].class, x, y - 9, x + 20, y, parts[i].words);
		x += parts[i].width;
	}
	(void)printf("<rect class=\"on\" x=\"%.0f\" y=\"%.1f\" width=\"9\" height=\"4\"/>", x - 160, y - 3);
	(void)printf("<line class=\"wait\" x1=\"%.0f\" y1=\"%.1f\" x2=\"%.0f\" y2=\"%.1f\"/><text class=\"m\" x=\"%.0f\" y=\"%.1f\" "
		     "font-size=\"11.5\">waits for others</text>", x, y - 4, x + 14, y - 4, x + 20, y);
	x += 122;
	(void)printf("<line class=\"queue\" x1=\"%.0f\" y1=\"%.1f\" x2=\"%.0f\" y2=\"%.1f\" stroke-width=\"3\" stroke-dasharray=\"1 2\"/>"
		     "<text class=\"m\" x=\"%.0f\" y=\"%.1f\" font-size=\"11.5\">for a free place</text>", x, y - 4, x + 14, y - 4, x + 20, y);
	x += 122;
	(void)printf("<line class=\"ring\" x1=\"%.0f\" y1=\"%.1f\" x2=\"%.0f\" y2=\"%.1f\"/><text class=\"m\" x=\"%.0f\" y=\"%.1f\" "
		     "font-size=\"11.5\">critical path</text>", x, y - 4, x + 14, y - 4, x + 20, y);
	x += 108;
	if (before != NULL)
		(void)printf("<rect class=\"ghost\" x=\"%.0f\" y=\"%.1f\" width=\"14\" height=\"10\" rx=\"2.5\"/><text class=\"m\" x=\"%.0f\" "
			     "y=\"%.1f\" font-size=\"11.5\">the boot before</text>", x, y - 9, x + 20, y);
	(void)putchar('\n');
}

void
show_plot(const struct boot *now, const struct boot *other)
{
	b = now;
	before = other;
	shown_to = show_total(b);
	if (before != NULL && show_total(before) > shown_to)
		shown_to = show_total(before);
	lay_out();
	count_load();
	double height = bottom() + (rows > 30 ? 62 : 46);
	(void)printf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		     "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" "
		     "aria-labelledby=\"t\">\n<title id=\"t\">", WIDTH, height, WIDTH, height);
	text(show_title(b));
	(void)printf(": %s</title>\n", span(show_total(b)));
	style();
	(void)printf("<rect class=\"bg\" x=\".5\" y=\".5\" width=\"%.0f\" height=\"%.0f\" rx=\"8\"/>\n", WIDTH - 1, height - 1);
	heading();
	draw_rows();
	load();
	strip();
	legend(height - 18);
	(void)printf("</svg>\n");
	free(order);
	free(middle);
	free(changes);
}
