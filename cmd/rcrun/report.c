#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../xalloc.h"
#include "report.h"

#define LOG_LINES 20		/* of one that has failed */
#define LOG_BYTES 65536		/* in which they are looked for */
#define SLOWEST 3		/* named in the summary */

static struct {
	bool verbose, terminal;
	int open;		/* a line has been begun: so many characters */
	const struct job *shown;	/* and is, or was, about this one */
	size_t count;
	struct { char *name; usec_t took; } slowest[SLOWEST];
	struct names failed;	/* "NAME (REASON)" */
} so;

void
report_begin(bool verbose)
{
	const char *term = getenv("TERM");

	so.verbose = verbose;
	so.terminal = isatty(STDOUT_FILENO) && term != NULL && *term != '\0' && strcmp(term, "dumb") != 0;
}

/* ---- pieces of text ---- */

struct piece {
	FILE *f;
	char *text;
	size_t len;
};

static FILE *
begin(struct piece *p)
{
	p->f = open_memstream(&p->text, &p->len);
	if (p->f == NULL)
		abort();
	return p->f;
}

static void
put(struct piece *p)
{
	(void)fclose(p->f);
	for (size_t at = 0; at < p->len;) {
		ssize_t n = write(STDOUT_FILENO, p->text + at, p->len - at);

		if (n <= 0)	/* nobody is there to see it */
			break;
		at += (size_t)n;
	}
	free(p->text);
}

static const char *
seconds(usec_t t, char text[32])
{
	(void)snprintf(text, 32, "%lld.%02d", (long long)(t / 1000000), (int)(t / 10000 % 100));
	return text;
}
#define SECONDS(t) seconds(t, (char[32]){ 0 })

void
report_say(const char *fmt, ...)
{
	struct piece p;
	va_list ap;

	begin(&p);
	(void)fprintf(p.f, "%src: ", so.open > 0 ? "\n" : "");
	va_start(ap, fmt);
	(void)vfprintf(p.f, fmt, ap);
	va_end(ap);
	(void)fputc('\n', p.f);
	so.open = 0;
	put(&p);
}

/* ---- a script ---- */

static void
report_start(const struct job *j, const char *action)
{
	struct piece p;

	if (!j->interactive && !so.terminal)
		return;
	so.open = fprintf(begin(&p), "[ .... ] %11s%s %s", "", action, j->name);
	so.shown = j;
	if (j->interactive) {
		(void)fputc('\n', p.f);
		so.open = 0;
	}
	put(&p);
}

static void
report_waiting(const struct job *j, const char *action)
{
	if (so.terminal && j != so.shown)
		report_start(j, action);
}

struct verdict {
	const char *mark, *colour;
	bool failed;
	char why[64];	/* "" when it went as it should */
};

static struct verdict
judge(const struct ending *e)
{
	struct verdict v = { "FAILED", "31", true, "" };

	if (e->status == 0 || (e->status == 7 && strcmp(e->action, "stop") == 0)) {
		v = (struct verdict){ "  ok  ", "32", false, "" };
		(void)snprintf(v.why, sizeof v.why, "%s", e->status == 7 ? "was not running" : "");
	} else if (e->status == 5 || e->status == 6) {
		v = (struct verdict){ " skip ", "33", false, "" };
		(void)snprintf(v.why, sizeof v.why, "%s", e->status == 5 ? "not installed" : "not configured");
	} else if (e->status > 128 && e->because != NULL && strcmp(e->because, "timeout") == 0)
		(void)snprintf(v.why, sizeof v.why, "no end within %u s", e->job->limit);
	else if (e->status > 128 && e->because != NULL)
		(void)snprintf(v.why, sizeof v.why, "%s", e->because);
	else if (e->status > 128)
		(void)snprintf(v.why, sizeof v.why, "signal %d", e->status - 128);
	else
		(void)snprintf(v.why, sizeof v.why, "status %d", e->status);
	return v;
}

/* Only its last lines, unless it can be read nowhere else; without what could upset a terminal. */
static void
show_log(FILE *f, const struct ending *e)
{
	struct stat st;
	char *text;
	size_t from = 0, lines = 0;
	ssize_t len;
	off_t at;

	if (fstat(e->log, &st) < 0 || st.st_size == 0)
		return;
	at = e->kept && st.st_size > LOG_BYTES ? st.st_size - LOG_BYTES : 0;
	text = xrealloc(NULL, (size_t)(st.st_size - at));
	len = pread(e->log, text, (size_t)(st.st_size - at), at);
	for (ssize_t i = len - 1; e->kept && i >= 0 && from == 0; i--)
		if (i + 1 < len && text[i] == '\n' && ++lines == LOG_LINES)
			from = (size_t)i + 1;
	for (size_t i = from; len > 0 && i < (size_t)len; i++) {
		unsigned char c = (unsigned char)text[i];

		if (i == from || text[i - 1] == '\n')
			(void)fputc('\t', f);
		if (c == '\t' || c == '\n' || (c >= ' ' && c != 0x7f))
			(void)fputc(c, f);
	}
	if (len > 0 && text[len - 1] != '\n')
		(void)fputc('\n', f);
	free(text);
}

static void
rank(const char *name, usec_t took)
{
	size_t at = SLOWEST;

	if (took < 10000)	/* not seen in the summary */
		return;
	while (at > 0 && took > so.slowest[at - 1].took)
		at--;
	if (at == SLOWEST)
		return;
	free(so.slowest[SLOWEST - 1].name);
	memmove(&so.slowest[at + 1], &so.slowest[at], (SLOWEST - 1 - at) * sizeof so.slowest[0]);
	so.slowest[at].name = xstrdup(name);
	so.slowest[at].took = took;
}

static void
count(const struct ending *e, const struct verdict *v)
{
	struct piece p;

	so.count++;
	rank(e->job->name, e->took);
	if (!v->failed)
		return;
	(void)fprintf(begin(&p), "%s (%s)", e->job->name, v->why);
	(void)fclose(p.f);
	names_add(&so.failed, p.text);
	free(p.text);
}

static void
report_end(const struct ending *e)
{
	struct verdict v = judge(e);
	struct piece p;
	int len;

	begin(&p);
	if (so.terminal)
		(void)fprintf(p.f, "\r[\033[%sm%s\033[0m]", v.colour, v.mark);
	else
		(void)fprintf(p.f, "[%s]", v.mark);
	len = 8 + fprintf(p.f, " %7s s  %s %s%s%s", SECONDS(e->took), e->action, e->job->name,
	    *v.why != '\0' ? ": " : "", v.why);
	/* over what may be a longer line of another */
	(void)fprintf(p.f, "%*s\n", so.open > len ? so.open - len : 0, "");
	if (e->log >= 0 && (v.failed || so.verbose || !e->kept))
		show_log(p.f, e);
	so.open = 0;
	so.shown = NULL;
	put(&p);
	count(e, &v);
}

const struct run_view report_view = { report_say, report_start, report_waiting, report_end };

/* ---- the end ---- */

void
report_summary(const char *level, usec_t took, const char *path)
{
	struct piece p;

	if (so.count == 0)
		return;
	begin(&p);
	(void)fprintf(p.f, "rc: level %s: %zu script%s in %s s", level, so.count, so.count == 1 ? "" : "s", SECONDS(took));
	for (size_t i = 0; i < SLOWEST && so.slowest[i].name != NULL; i++)
		(void)fprintf(p.f, "%s%s %s s", i == 0 ? "; slowest: " : ", ", so.slowest[i].name,
		    SECONDS(so.slowest[i].took));
	(void)fputc('\n', p.f);
	for (size_t i = 0; i < so.failed.count; i++) {
		if (i == 0)
			(void)fprintf(p.f, "rc: level %s: failed: ", level);
		(void)fprintf(p.f, "%s%s", i > 0 ? ", " : "", so.failed.name[i]);
	}
	if (so.failed.count > 0)
		(void)fprintf(p.f, "%s%s%s\n", path != NULL ? "; see " : "", path != NULL ? path : "",
		    path != NULL ? "/log" : "");
	put(&p);
}
