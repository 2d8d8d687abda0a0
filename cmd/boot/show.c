#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../xalloc.h"
#include "show.h"

#define SIGNAL_BASE 128		/* a shell's status of a process that a signal ended */

usec_t
show_total(const struct boot *b)
{
	return b->end - b->origin;
}

usec_t
show_kernel(const struct boot *b)
{
	return b->init >= 0 && !b->container ? b->init : -1;
}

const char *
show_title(const struct boot *b)
{
	static char text[256];
	const char *host = b->which != NULL && b->which->host != NULL ? b->which->host : NULL;

	(void)snprintf(text, sizeof text, "%s%s%.200s", b->over ? "Boot" : "Boot, not over yet", host != NULL ? " of " : "",
	    host != NULL ? host : "");
	return text;
}

const char *
show_fate(const struct boot *b, const struct boot_job *job)
{
	static char text[128];

	text[0] = '\0';
	if (job->skipped)
		(void)snprintf(text, sizeof text, "skipped: %s", job->reason != NULL ? job->reason : "?");
	else if (job->reason != NULL)
		(void)snprintf(text, sizeof text, "%.100s", job->reason);
	else if (job->end < 0 || job->end > b->end)
		(void)snprintf(text, sizeof text, "%s", job->waited ? "still running" : "");
	else if (job->script && job->status == BOOT_NOT_INSTALLED)
		(void)snprintf(text, sizeof text, "not installed");
	else if (job->script && job->status == BOOT_NOT_CONFIGURED)
		(void)snprintf(text, sizeof text, "not configured");
	else if (job->status > SIGNAL_BASE)
		(void)snprintf(text, sizeof text, "signal %lld", job->status - SIGNAL_BASE);
	else if (job->status != 0)
		(void)snprintf(text, sizeof text, "exit status %lld", job->status);
	return text;
}

/* ---- lists ---- */

#define SECONDS "%5lld.%03lld s"
#define SECONDS_ARG(us) (long long)(us) / 1000000, (long long)(us) / 1000 % 1000

static void
print_took(usec_t us)
{
	if (us < 0)
		(void)printf("          -");
	else
		(void)printf(SECONDS, SECONDS_ARG(us));
}

static void
print_change(usec_t us)
{
	char text[32];

	(void)snprintf(text, sizeof text, "%c%lld.%03lld s", us < 0 ? '-' : '+', SECONDS_ARG(us < 0 ? -us : us));
	(void)printf("  %10s", text);
}

static void
print_memory(long long kib)
{
	if (kib < 0)
		(void)printf("          -");
	else
		(void)printf("%7lld.%lld M", kib / 1024, kib % 1024 * 10 / 1024);
}

static void
print_head(const struct boot *b, const struct boot *before)
{
	size_t scripts = 0;

	for (size_t i = 0; i < b->jobs; i++)
		scripts += b->job[i].script && !b->job[i].skipped;
	(void)printf("%s: %lld.%03lld s", show_title(b), SECONDS_ARG(show_total(b)));
	if (show_kernel(b) >= 0)
		(void)printf(", of that the kernel %lld.%03lld s", SECONDS_ARG(show_kernel(b)));
	(void)printf("; %zu script%s, %zu failed\n", scripts, scripts == 1 ? "" : "s", b->failed);
	if (before != NULL) {
		usec_t more = show_total(b) - show_total(before);

		(void)printf("The boot before: %lld.%03lld s, so this one was %lld.%03lld s %s\n",
		    SECONDS_ARG(show_total(before)), SECONDS_ARG(more < 0 ? -more : more), more < 0 ? "faster" : "slower");
	}
	(void)putchar('\n');
}

static const struct boot *sorted;

static int
slower_first(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	usec_t tx = boot_took(sorted, x), ty = boot_took(sorted, y);

	if (tx != ty)
		return tx < ty ? 1 : -1;
	return x < y ? -1 : 1;
}

/* What runs on when the boot is over did not take its time. */
size_t *
show_slowest(const struct boot *b, size_t *count)
{
	size_t *list = xrealloc(NULL, b->jobs * sizeof *list);

	*count = 0;
	for (size_t i = 0; i < b->jobs; i++)
		if (!b->job[i].skipped && (b->job[i].waited || (b->job[i].end >= 0 && b->job[i].end <= b->end)))
			list[(*count)++] = i;
	sorted = b;
	qsort(list, *count, sizeof *list, slower_first);
	return list;
}

static void
print_what(const struct boot *b, const struct boot_job *job)
{
	const char *fate = show_fate(b, job);

	(void)printf("  %s", job->name);
	if (job->script)
		(void)printf(" (level %c)", job->level != '\0' ? job->level : '?');
	else if (job->action != NULL)
		(void)printf(" (%s%s%s)", job->action, job->command != NULL ? ": " : "",
		    job->command != NULL ? job->command : "");
	if (job->has_run)
		(void)printf(", without its scripts");
	if (*fate != '\0')
		(void)printf(", %s", fate);
	(void)putchar('\n');
}

static void
print_before(const struct boot *b, size_t i, const struct boot *before)
{
	const struct boot_job *other = boot_match(before, &b->job[i]);
	usec_t took = other != NULL && !other->skipped ? boot_took(before, (size_t)(other - before->job)) : -1;

	print_took(took);
	if (took >= 0)
		print_change(boot_took(b, i) - took);
	else
		(void)printf("  %10s", "new");
}

void
show_blame(const struct boot *b, const struct boot *before)
{
	size_t count, *list = show_slowest(b, &count);

	print_head(b, before);
	(void)printf("       took%s  processor     memory  what (*: the boot waited for it)\n",
	    before != NULL ? "     before      change" : "");
	for (size_t n = 0; n < count; n++) {
		const struct boot_job *job = &b->job[list[n]];

		print_took(boot_took(b, list[n]));
		if (before != NULL)
			print_before(b, list[n], before);
		print_took(job->user < 0 ? -1 : job->user + job->system);
		print_memory(job->memory);
		(void)printf(" %c", job->on_path ? '*' : ' ');
		print_what(b, job);
	}
	free(list);
}

/* The job before this one on the path that this one waited for; NULL: none. */
static const struct boot_job *
waited_for(const struct boot *b, size_t place)
{
	const struct boot_job *job = &b->job[b->path[place]];

	if (job->script)
		return boot_cause(job) != BOOT_NONE ? &b->job[boot_cause(job)] : NULL;
	for (size_t i = place; i-- > 0;)
		if (!b->job[b->path[i]].script)
			return &b->job[b->path[i]];
	return NULL;
}

void
show_chain(const struct boot *b, const struct boot *before)
{
	print_head(b, before);
	(void)printf("         at       took%s  what, and what it waited for\n", before != NULL ? "     before      change" : "");
	if (show_kernel(b) >= 0) {
		print_took(0);
		print_took(show_kernel(b));
		if (before != NULL) {
			print_took(show_kernel(before));
			print_change(show_kernel(b) - (show_kernel(before) >= 0 ? show_kernel(before) : 0));
		}
		(void)printf("  the kernel\n");
	}
	for (size_t n = 0; n < b->path_len; n++) {
		const struct boot_job *job = &b->job[b->path[n]];
		const struct boot_job *other = waited_for(b, n);
		const char *fate = show_fate(b, job);

		print_took(job->start - b->origin);
		print_took(boot_took(b, b->path[n]));
		if (before != NULL)
			print_before(b, b->path[n], before);
		(void)printf("  %s%s", job->script ? "  " : "", job->name);
		if (!job->script && job->command != NULL)
			(void)printf(" (%s: %s)", job->action, job->command);
		if (job->has_run)
			(void)printf(", without its scripts");
		if (*fate != '\0')
			(void)printf(", %s", fate);
		if (other != NULL)
			(void)printf(", after %s", other->name);
		if (job->place != BOOT_NONE)
			(void)printf(", for a free place (ready %lld.%03lld s before)", SECONDS_ARG(job->start - job->ready));
		(void)putchar('\n');
	}
	print_took(show_total(b));
	(void)printf("             %s  %s\n", before != NULL ? "                       " : "", b->over ? "the boot is over" : "now");
}
