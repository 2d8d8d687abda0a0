#include <string.h>

#include "../../inittab.h"
#include "../xalloc.h"
#include "boot.h"
#include "shown.h"

#define PLACE_US 3000		/* a shorter wait is the work of whoever starts the scripts */
#define CONTAINER_US ((usec_t)300 * 1000000)	/* init started later than this after the kernel: in a container */

/* ---- when it was ---- */

static bool
is_level_of_boot(char level)
{
	return level == LEVEL_SYSINIT || level == LEVEL_BOOT;
}

/* Where the boot ends; false: it does not yet. */
static bool
find_end(const struct journal *j, usec_t *end)
{
	bool by_init = false, behind_s = false;
	char first = '\0';

	for (size_t i = 0; i < j->count; i++) {
		by_init |= j->event[i].word == JOURNAL_ENTER;
		behind_s |= j->event[i].word == JOURNAL_LEVEL && j->event[i].level != 'S';
	}
	for (size_t i = 0; i < j->count; i++) {
		const struct journal_event *e = &j->event[i];

		if (e->word == JOURNAL_LEVEL && (e->level != 'S' || !behind_s) && first == '\0')
			first = e->level;
		if (by_init ? e->word == JOURNAL_SETTLED && !is_level_of_boot(e->level) :
		    e->word == JOURNAL_DONE && first != '\0' && e->level == first) {
			*end = e->time;
			return true;
		}
	}
	return false;
}

static void
find_times(struct boot *b, usec_t known_to)
{
	const struct journal *j = &b->journal;
	usec_t first = j->count > 0 ? j->event[0].time : known_to;

	b->init = -1;
	for (size_t i = 0; i < j->count; i++) {
		const struct journal_event *e = &j->event[i];

		if (e->word == JOURNAL_BOOT && b->which == NULL) {
			b->which = e;
			first = i + 1 < j->count ? j->event[i + 1].time : known_to;
		} else if (e->word == JOURNAL_ENTER && b->init < 0)
			b->init = e->time;
	}
	b->over = find_end(j, &b->end);
	if (!b->over)
		b->end = known_to;
	b->container = first >= CONTAINER_US;
	b->origin = b->container ? first : 0;
}

/* ---- jobs and runs ---- */

static struct boot_job *
add_job(struct boot *b, const struct journal_event *e)
{
	b->job = xgrow(b->job, b->jobs, sizeof *b->job);
	struct boot_job *job = &b->job[b->jobs++];
	*job = (struct boot_job){ .name = e->name, .action = e->action, .command = e->command, .pid = e->pid,
		.start = e->time, .ready = e->time, .end = -1, .user = -1, .system = -1, .memory = -1,
		.run = BOOT_NONE, .after = BOOT_NONE, .place = BOOT_NONE };
	return job;
}

/* The newest job of that name that runs; pid 0: whatever its process. */
static struct boot_job *
find_running(const struct boot *b, const char *name, long long pid, bool script)
{
	for (size_t i = b->jobs; i-- > 0;) {
		struct boot_job *job = &b->job[i];

		if (job->script == script && job->end < 0 && !job->skipped && (pid == 0 || job->pid == pid) &&
		    strcmp(job->name, name) == 0)
			return job;
	}
	return NULL;
}

/* The newest script of a run with that name that ended before at. */
static size_t
find_ended(const struct boot *b, size_t run, const char *name, usec_t at)
{
	for (size_t i = b->jobs; i-- > 0;) {
		const struct boot_job *job = &b->job[i];

		if (job->run == run && !job->skipped && job->end >= 0 && job->end <= at &&
		    strcmp(job->name, name) == 0)
			return i;
	}
	return BOOT_NONE;
}

static void
read_needed(struct boot *b, struct boot_job *job, const char *list)
{
	usec_t ready = b->run[job->run].begin;

	for (const char *s = list != NULL ? list : "", *end; *s != '\0'; s = end + (*end == ',')) {
		end = s + strcspn(s, ",");
		char *name = shown_name(s, (size_t)(end - s));
		size_t other = find_ended(b, job->run, name, job->start);

		free(name);
		if (other == BOOT_NONE)
			continue;
		job->needed = xgrow(job->needed, job->needed_count, sizeof *job->needed);
		job->needed[job->needed_count++] = other;
		if (b->job[other].end > ready)
			ready = b->job[other].end;
	}
	job->ready = ready < job->start ? ready : job->start;
}

static void
begin_run(struct boot *b, const struct journal_event *e)
{
	b->run = xgrow(b->run, b->runs, sizeof *b->run);
	b->run[b->runs++] = (struct boot_run){ .level = e->level, .previous = e->previous, .begin = e->time,
		.done = -1, .entry = BOOT_NONE };
}

static struct boot_job *
add_script(struct boot *b, const struct journal_event *e)
{
	struct boot_job *job = add_job(b, e);

	if (b->runs == 0 || b->run[b->runs - 1].done >= 0)
		begin_run(b, e);	/* the line that told so is lost */
	job->script = true;
	job->run = b->runs - 1;
	job->level = b->run[job->run].level;
	return job;
}

static void
start_script(struct boot *b, const struct journal_event *e)
{
	struct boot_job *job = add_script(b, e);

	job->waited = true;
	job->ready = b->run[job->run].begin;
	b->run[job->run].scripts++;
	if (e->after != NULL)
		job->after = find_ended(b, job->run, e->after, e->time);
	if (job->after != BOOT_NONE)
		job->ready = b->job[job->after].end;
}

static void
end_script(struct boot *b, const struct journal_event *e)
{
	struct boot_job *job = find_running(b, e->name, e->pid, true);

	if (job == NULL)
		return;
	job->end = e->time;
	job->status = e->status;
	job->user = e->user;
	job->system = e->system;
	job->memory = e->memory;
	if (e->needed != NULL || e->memory >= 0)	/* told, and be it that it is nothing */
		read_needed(b, job, e->needed);
}

static void
skip_script(struct boot *b, const struct journal_event *e)
{
	struct boot_job *job = find_running(b, e->name, 0, true);

	if (job != NULL) {	/* it had begun */
		job->reason = e->reason;
		return;
	}
	job = add_script(b, e);
	job->skipped = true;
	job->reason = e->reason;
	job->end = e->time;
}

static void
end_run(struct boot *b, const struct journal_event *e)
{
	struct boot_run *r = b->runs > 0 ? &b->run[b->runs - 1] : NULL;

	if (r != NULL && r->done < 0 && (r->level == e->level || r->level == '\0'))
		r->done = e->time;
}

static void
start_entry(struct boot *b, const struct journal_event *e, char level)
{
	struct boot_job *job = add_job(b, e);
	const char *word = e->action != NULL ? e->action : "";
	enum action a = inittab_action(word, strlen(word));

	job->level = level;
	job->waited = a != ACT_COUNT && (inittab_action_traits(a) & WAITED);
}

static void
end_entry(struct boot *b, const struct journal_event *e)
{
	struct boot_job *job = find_running(b, e->name, e->pid, false);

	if (job == NULL)
		return;
	job->end = e->time;
	job->status = e->status;
}

static void
add_jobs(struct boot *b)
{
	char level = '\0';

	for (size_t i = 0; i < b->journal.count; i++) {
		const struct journal_event *e = &b->journal.event[i];
		bool late = e->time > b->end;	/* what ends then may have begun before */

		switch (e->word) {
		case JOURNAL_LEVEL:
			if (!late)
				begin_run(b, e);
			break;
		case JOURNAL_DONE:
			end_run(b, e);
			break;
		case JOURNAL_START:
			if (!late)
				start_script(b, e);
			break;
		case JOURNAL_END:
			end_script(b, e);
			break;
		case JOURNAL_SKIP:
			if (!late)
				skip_script(b, e);
			break;
		case JOURNAL_ENTER:
			level = e->level;
			break;
		case JOURNAL_ENTRY:
			if (!late)
				start_entry(b, e, level);
			break;
		case JOURNAL_DIED:
			end_entry(b, e);
			break;
		case JOURNAL_BOOT:
		case JOURNAL_SETTLED:
		case JOURNAL_EXEC:
		case JOURNAL_CRASH:
		case JOURNAL_LOST:
		case JOURNAL_WORD_COUNT:
			break;
		}
	}
}

/* ---- which entry runs the scripts of a level ---- */

/* How well a job fits around a run: how long it went on after it; -1: not at all. */
static usec_t
distance(const struct boot *b, const struct boot_job *job, const struct boot_run *r)
{
	usec_t done = r->done >= 0 ? r->done : b->end, end = job->end >= 0 ? job->end : b->end;

	if (job->script || job->start > r->begin || (job->end >= 0 && job->end < done))
		return -1;
	/* what nobody waits for can happen to run meanwhile */
	return (end > done ? end - done : 0) + (job->waited ? 0 : CONTAINER_US);
}

/* An entry that stands for a run. */
static size_t
make_entry(struct boot *b, const struct boot_run *r)
{
	char name[] = "level ?";
	const struct journal_event e = { .time = r->begin, .name = NULL };
	struct boot_job *job = add_job(b, &e);

	if (r->level != '\0')
		name[sizeof name - 2] = r->level;
	job->name = xstrdup(name);
	job->level = r->level;
	job->end = r->done;
	job->waited = true;
	return b->jobs - 1;
}

static void
find_entries(struct boot *b)
{
	for (size_t i = 0; i < b->runs; i++) {
		struct boot_run *r = &b->run[i];
		usec_t best = -1;

		for (size_t n = 0; n < b->jobs; n++) {
			usec_t d = distance(b, &b->job[n], r);

			if (d >= 0 && (best < 0 || d <= best)) {
				best = d;
				r->entry = n;
			}
		}
		if (r->entry == BOOT_NONE)
			r->entry = make_entry(b, r);
		b->job[r->entry].has_run = true;
	}
}

/* ---- the critical path ---- */

size_t
boot_cause(const struct boot_job *job)
{
	return job->place != BOOT_NONE ? job->place : job->after;
}

static usec_t
end_of(const struct boot *b, const struct boot_job *job)
{
	return job->end >= 0 && job->end < b->end ? job->end : b->end;
}

static void
prepend(struct boot *b, size_t job)
{
	b->path = xgrow(b->path, b->path_len, sizeof *b->path);
	b->path[b->path_len++] = job;
	b->job[job].on_path = true;
}

/* The waited entry that ended last, not after at: what stands behind it waited for that. */
static size_t
last_entry(const struct boot *b, usec_t at)
{
	size_t found = BOOT_NONE;

	for (size_t i = 0; i < b->jobs; i++) {
		const struct boot_job *job = &b->job[i];

		if (job->script || !job->waited || job->start >= at || end_of(b, job) > at)
			continue;
		if (found == BOOT_NONE || end_of(b, job) >= end_of(b, &b->job[found]))
			found = i;
	}
	return found;
}

static size_t
last_script(const struct boot *b, size_t run)
{
	size_t found = BOOT_NONE;

	for (size_t i = 0; i < b->jobs; i++) {
		const struct boot_job *job = &b->job[i];

		if (job->run == run && !job->skipped && job->start <= end_of(b, &b->job[b->run[run].entry]) &&
		    (found == BOOT_NONE || end_of(b, job) >= end_of(b, &b->job[found])))
			found = i;
	}
	return found;
}

/* Ready, but started later: then the script that had ended last made room for it. */
static void
find_places(struct boot *b)
{
	for (size_t i = 0; i < b->jobs; i++) {
		struct boot_job *job = &b->job[i];

		if (!job->script || job->skipped || job->start - job->ready < PLACE_US)
			continue;
		for (size_t n = 0; n < b->jobs; n++) {
			const struct boot_job *other = &b->job[n];

			if (other->run == job->run && !other->skipped && other->end > job->ready && other->end <= job->start &&
			    (job->place == BOOT_NONE || other->end >= b->job[job->place].end))
				job->place = n;
		}
	}
}

/* From its end to its begin; turned around afterwards. */
static void
find_path(struct boot *b)
{
	usec_t at = b->end;
	size_t entry;

	while ((entry = last_entry(b, at)) != BOOT_NONE) {
		for (size_t run = b->runs; run-- > 0;) {
			if (b->run[run].entry != entry)
				continue;
			for (size_t i = last_script(b, run), cause; i != BOOT_NONE; i = cause) {
				prepend(b, i);
				cause = boot_cause(&b->job[i]);
				/* what let it start had started before, or the journal lies and leads around in a circle */
				if (cause >= i)
					cause = BOOT_NONE;
			}
		}
		prepend(b, entry);
		at = b->job[entry].start;
	}
	for (size_t i = 0; i < b->path_len / 2; i++) {
		size_t other = b->path[b->path_len - 1 - i];

		b->path[b->path_len - 1 - i] = b->path[i];
		b->path[i] = other;
	}
}

/* ---- all of it ---- */

void
boot_make(struct boot *b, usec_t known_to)
{
	journal_sort(&b->journal);
	find_times(b, known_to);
	add_jobs(b);
	find_entries(b);
	find_places(b);
	find_path(b);
	for (size_t i = 0; i < b->jobs; i++)
		b->failed += boot_failed(&b->job[i]);
}

bool
boot_failed(const struct boot_job *job)
{
	bool idle = job->script && (job->status == BOOT_NOT_INSTALLED || job->status == BOOT_NOT_CONFIGURED);

	return job->waited && !job->skipped && job->end >= 0 && job->status != 0 && !idle;
}

/* How much of an entry's time some script of its runs used. */
static usec_t
covered(const struct boot *b, size_t entry)
{
	usec_t sum = 0, until = b->job[entry].start;

	for (size_t i = 0; i < b->jobs; i++) {	/* by their start */
		const struct boot_job *job = &b->job[i];
		usec_t from = job->start > until ? job->start : until, end = end_of(b, job);

		if (!job->script || job->skipped || b->run[job->run].entry != entry || end <= from)
			continue;
		sum += end - from;
		until = end;
	}
	return sum;
}

usec_t
boot_took(const struct boot *b, size_t job)
{
	const struct boot_job *j = &b->job[job];
	usec_t took = end_of(b, j) - j->start;

	if (j->skipped)
		return 0;
	if (j->has_run)
		took -= covered(b, job);
	return took > 0 ? took : 0;
}

const struct boot_job *
boot_match(const struct boot *b, const struct boot_job *job)
{
	for (size_t i = 0; i < b->jobs; i++) {
		const struct boot_job *other = &b->job[i];

		if (other->script == job->script && other->level == job->level && strcmp(other->name, job->name) == 0)
			return other;
	}
	return NULL;
}
