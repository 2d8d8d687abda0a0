/*
 * classic: what a classic init writes into the pipe; and what is handed back to it.
 *
 * Input: a byte, then the stream without its magic.
 */
#include "../../classic.c"

#include <stdio.h>

#include "fuzz.h"

/* In memory that ends with the stream: no line may be read behind it, no record more than there is room. */
static int
receive_from_memory(const uint8_t *data, size_t size)
{
	struct stream s = { .len = (uint32_t)(size + sizeof MAGIC - 1),
	    .head = { .level = 'S', .runlevel = 'S', .previous = 'N', .grace = 3 } };
	char *text = malloc(s.len), *table = malloc(2 * (size_t)s.len);

	s.records = calloc(s.len / 8 + 1, sizeof *s.records);
	if (text == NULL || table == NULL || s.records == NULL)
		abort();
	memcpy(text, MAGIC, sizeof MAGIC - 1);
	if (size > 0)
		memcpy(text + sizeof MAGIC - 1, data, size);
	s.text = text;
	read_lines(&s);
	REQUIRE(s.count <= s.len / 8);
	int err = make_state(&s, table, write_table(&s, table), 1000);
	if (err == 0)
		take_head(&s);
	free(text);
	free(table);
	free(s.records);
	return err;
}

/* A pipe on CLASSIC_FD; the end to write to. */
static int
make_pipe(void)
{
	int ends[2];

	if (pipe(ends) < 0)
		abort();
	int end = fcntl(ends[1], F_DUPFD, 30);
	if (end < 0 || dup2(ends[0], CLASSIC_FD) < 0)
		abort();
	for (int i = 0; i < 2; i++)
		if (ends[i] != CLASSIC_FD)
			(void)close(ends[i]);
	return end;
}

static int
receive_from_pipe(const uint8_t *data, size_t size)
{
	int end = make_pipe();

	(void)write(end, MAGIC, sizeof MAGIC - 1);
	if (size > 0)
		(void)write(end, data, size < 60000 ? size : 60000);
	REQUIRE(classic_waits());
	(void)close(end);
	return classic_receive(1000);
}

/* Of each child what the classic knows. */
static char *
picture(void)
{
	char *p;
	size_t size;
	FILE *f = open_memstream(&p, &size);

	if (f == NULL)
		abort();
	for (uint32_t i = 0; i < table_count(); i++) {
		const struct child *c = table_child(i);

		(void)fwrite(state.text + c->e.id.at, 1, c->e.id.len, f);
		(void)fprintf(f, " %d %d %d %d ", c->e.action, child_live(c)->pid, child_live(c)->state,
		    child_live(c)->flags);
		(void)fwrite(state.text + c->e.process.at, 1, c->e.process.len, f);
		(void)fputc('\n', f);
	}
	if (fclose(f) != 0)
		abort();
	return p;
}

/* What is handed back can be taken over again, and is the same. */
static void
there_and_back(void)
{
	char *before = picture();
	int end = make_pipe();

	if (fcntl(end, F_SETPIPE_SZ, 1 << 20) < 0)
		abort();
	(void)write(end, MAGIC, sizeof MAGIC - 1);
	write_stream(end);
	(void)close(end);
	REQUIRE(classic_receive(1000) == 0);
	fuzz_check_table();
	char *now = picture();
	REQUIRE(strcmp(before, now) == 0);
	free(before);
	free(now);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_reset();
	if (size == 0)
		return 0;
	int err = data[0] & 1 ? receive_from_pipe(data + 1, size - 1) : receive_from_memory(data + 1, size - 1);
	if (err == 0) {
		fuzz_check_table();
		/* it has no options, but ids and processes of any length */
		if (classic_can_hold() && size < 20000)
			there_and_back();
	}
	fuzz_forget();
	return 0;
}
