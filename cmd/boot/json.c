#include <stdio.h>
#include <stdlib.h>

#include "show.h"

/*
 * Times are microseconds since the boot's time 0.  Objects are on one line each, so that line tools can do something
 * with them, too.
 */

static void
string(const char *s)
{
	if (s == NULL) {
		(void)fputs("null", stdout);
		return;
	}
	(void)putchar('"');
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			(void)putchar('\\');
		(void)putchar(*s);	/* no control characters: see journal.h */
	}
	(void)putchar('"');
}

static void
member(const char *name, const char *value)
{
	(void)printf(",\"%s\":", name);
	string(value);
}

/* A number that is not known is null. */
static void
number(const char *name, long long value, bool known)
{
	if (known)
		(void)printf(",\"%s\":%lld", name, value);
	else
		(void)printf(",\"%s\":null", name);
}

static void
level(const char *name, char value)
{
	const char text[2] = { value, '\0' };

	member(name, value != '\0' ? text : NULL);
}

static void
job_of(const struct boot *b, size_t i)
{
	const struct boot_job *job = &b->job[i];
	bool ended = job->end >= 0;

	(void)printf("{\"name\":");
	string(job->name);
	member("kind", job->script ? "script" : "entry");
	level("level", job->level);
	member("action", job->action);
	if (!job->script)
		member("command", job->command);
	number("start", job->start - b->origin, true);
	number("end", job->end - b->origin, ended);
	number("took", boot_took(b, i), true);
	number("status", job->status, ended && !job->skipped);
	(void)printf(",\"failed\":%s,\"on_path\":%s", boot_failed(job) ? "true" : "false", job->on_path ? "true" : "false");
	if (job->reason != NULL)
		member(job->skipped ? "skipped" : "note", job->reason);
	if (job->script) {
		number("ready", job->ready - b->origin, true);
		number("user", job->user, job->user >= 0);
		number("system", job->system, job->system >= 0);
		number("memory_kib", job->memory, job->memory >= 0);
		member("after", job->after != BOOT_NONE ? b->job[job->after].name : NULL);
		member("place", job->place != BOOT_NONE ? b->job[job->place].name : NULL);
		(void)printf(",\"needed\":[");
		for (size_t n = 0; n < job->needed_count; n++) {
			if (n > 0)
				(void)putchar(',');
			string(b->job[job->needed[n]].name);
		}
		(void)putchar(']');
		if (b->job[b->run[job->run].entry].name != NULL)
			member("in", b->job[b->run[job->run].entry].name);
	}
	(void)putchar('}');
}

static void
list(const struct boot *b, const size_t *jobs, size_t count)
{
	(void)putchar('[');
	for (size_t n = 0; n < count; n++) {
		(void)fputs(n > 0 ? ",\n" : "\n", stdout);
		job_of(b, jobs != NULL ? jobs[n] : n);
	}
	(void)fputs("\n]", stdout);
}

static void
whole(const struct boot *b)
{
	const struct journal_event *w = b->which;

	(void)printf("{\"over\":%s,\"container\":%s", b->over ? "true" : "false", b->container ? "true" : "false");
	member("host", w != NULL ? w->host : NULL);
	member("kernel_release", w != NULL ? w->release : NULL);
	number("real_time", w != NULL ? w->real : 0, w != NULL && w->real > 0);
	number("kernel", show_kernel(b), show_kernel(b) >= 0);
	number("total", show_total(b), true);
	number("failed", (long long)b->failed, true);
	(void)putchar('}');
}

/* name: of the list. */
static void
object(const struct boot *b, const struct boot *before, const char *name, void (*print)(const struct boot *b))
{
	(void)printf("{\"boot\":");
	whole(b);
	(void)printf(",\n\"%s\":", name);
	print(b);
	if (before != NULL) {
		(void)printf(",\n\"before\":{\"boot\":");
		whole(before);
		(void)printf(",\n\"%s\":", name);
		print(before);
		(void)putchar('}');
	}
	(void)printf("}\n");
}

static void
blame(const struct boot *b)
{
	size_t count, *jobs = show_slowest(b, &count);

	list(b, jobs, count);
	free(jobs);
}

static void
chain(const struct boot *b)
{
	list(b, b->path, b->path_len);
}

static void
everything(const struct boot *b)
{
	list(b, NULL, b->jobs);
	(void)printf(",\n\"levels\":[");
	for (size_t i = 0; i < b->runs; i++) {
		const struct boot_run *r = &b->run[i];

		(void)printf("%s{\"begin\":%lld", i > 0 ? ",\n" : "\n", (long long)(r->begin - b->origin));
		level("level", r->level);
		number("done", r->done - b->origin, r->done >= 0);
		number("scripts", (long long)r->scripts, true);
		member("in", b->job[r->entry].name);
		(void)putchar('}');
	}
	(void)printf("\n]");
}

void
show_blame_json(const struct boot *b, const struct boot *before)
{
	object(b, before, "blame", blame);
}

void
show_chain_json(const struct boot *b, const struct boot *before)
{
	object(b, before, "chain", chain);
}

void
show_plot_json(const struct boot *b, const struct boot *before)
{
	object(b, before, "jobs", everything);
}
