/*
 * boot: a journal, of which a boot is made and shown.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* initctl ends soon, and frees little: here all of it is freed behind each input. */
static struct taken {
	struct taken *next;
	void *memory;
} *taken;

static void *
take_memory(void *old, size_t size)
{
	struct taken *t = taken;

	while (old != NULL && t->memory != old)
		t = t->next;
	if (old == NULL) {
		t = malloc(sizeof *t);
		t->next = taken;
		taken = t;
	}
	t->memory = realloc(old, size);
	return t->memory;
}

static void
give_memory(void *old)
{
	struct taken *t = taken;

	while (old != NULL && t->memory != old)
		t = t->next;
	if (old != NULL)
		t->memory = NULL;
	free(old);
}

#define realloc take_memory
#define free give_memory
#include "../../cmd/journal.c"
#include "../../cmd/boot/shown.c"
#include "../../cmd/boot/boot.c"
#undef realloc
#undef free
#include "../../cmd/boot/show.h"
#include "fuzz.h"

#define INPUT_MAX 4096

static void
check_string(const char *s)
{
	for (size_t n; s != NULL && *s != '\0'; s += n) {
		n = length_of((const unsigned char *)s, strlen(s));
		REQUIRE(n > 0);
	}
}

/* What is written comes back. */
static void
check_writing(const struct journal *j)
{
	struct journal again = { .count = 0 };
	char *first, *copy, *second;
	size_t first_len, second_len;
	FILE *f = open_memstream(&first, &first_len);

	journal_print(j, f);
	(void)fclose(f);
	copy = malloc(first_len + 1);
	memcpy(copy, first, first_len);
	journal_parse(&again, copy, first_len);
	REQUIRE(again.count == j->count && again.cut == 0);
	f = open_memstream(&second, &second_len);
	journal_print(&again, f);
	(void)fclose(f);
	REQUIRE(first_len == second_len && memcmp(first, second, first_len) == 0);
	(free)(first);
	(free)(copy);
	(free)(second);
}

static void
check_job(const struct boot *b, size_t i)
{
	const struct boot_job *job = &b->job[i];

	check_string(job->name);
	check_string(job->command);
	check_string(job->reason);
	REQUIRE(job->start <= b->end && boot_took(b, i) >= 0 && boot_took(b, i) <= b->end - job->start);
	REQUIRE(!job->script || (job->run < b->runs && b->job[b->run[job->run].entry].has_run));
	REQUIRE(job->skipped || !job->script || (job->ready <= job->start && job->ready >= b->run[job->run].begin));
	REQUIRE(job->after == BOOT_NONE || b->job[job->after].end <= job->start);
	REQUIRE(job->place == BOOT_NONE || b->job[job->place].end <= job->start);
	for (size_t n = 0; n < job->needed_count; n++)
		REQUIRE(job->needed[n] < b->jobs && b->job[job->needed[n]].end <= job->start);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct boot b = { .jobs = 0 }, before = { .jobs = 0 };
	FILE *out = stdout, *nowhere = fopen("/dev/null", "w");
	size_t half = size / 2;
	char text[INPUT_MAX];

	size = size < INPUT_MAX ? size : INPUT_MAX;	/* some of it costs the square of that */
	half = half < INPUT_MAX ? half : INPUT_MAX;
	memcpy(text, data, half);
	shown_parse(&before.journal, text, half);
	memcpy(text, data, size);
	shown_parse(&b.journal, text, size);
	check_writing(&b.journal);
	boot_make(&b, NUMBER_MAX);
	boot_make(&before, NUMBER_MAX / 2);
	for (size_t i = 1; i < b.journal.count; i++)
		REQUIRE(b.journal.event[i - 1].time <= b.journal.event[i].time);
	for (size_t i = 0; i < b.jobs; i++)
		check_job(&b, i);
	for (size_t i = 0; i < b.path_len; i++)
		REQUIRE(b.path[i] < b.jobs && (i == 0 || b.job[b.path[i]].start >= b.job[b.path[i - 1]].start));
	stdout = nowhere;
	show_blame(&b, &before);
	show_chain(&b, &before);
	show_plot(&b, &before);
	show_plot_json(&b, &before);
	show_blame_json(&b, NULL);
	show_chain_json(&b, NULL);
	stdout = out;
	(void)fclose(nowhere);
	while (taken != NULL) {
		struct taken *t = taken;

		taken = t->next;
		(free)(t->memory);
		(free)(t);
	}
	return 0;
}
