/*
 * inittab: text of several files; a life of the table through reloads and an exec.
 *
 * Input: 8 bytes that drive what the children do, then tables with a byte 0x1e between them; in a table a
 * form feed separates files.
 */
#include "fuzz.h"
#include "../../table.h"

static void
reload(const char *text, size_t len, uint32_t *place)
{
	struct fuzz_table f;

	fuzz_parse(&f, text, len);
	fuzz_merge(&f.t, place);
	fuzz_parse_free(&f);		/* the table needs nothing of it any more */
	fuzz_check_table();
	REQUIRE(*place <= table_count());
}

static void
same_as(char *before)
{
	char *now = fuzz_picture();

	REQUIRE(strcmp(before, now) == 0);
	free(before);
	free(now);
}

/* The same text once more changes nothing. */
static void
reload_same(const char *text, size_t len, uint32_t *place)
{
	uint32_t was = *place;
	char *before = fuzz_picture();

	reload(text, len, place);
	REQUIRE(*place == was);
	same_as(before);
}

/* Nor does an exec: what is read back from the state is the same. */
static void
resume(void)
{
	char *before = fuzz_picture();

	REQUIRE(table_resume() == 0);
	fuzz_check_table();
	same_as(before);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, data + size }, life = { data, data + size };
	uint32_t place = 0;
	size_t len;

	fuzz_reset();
	for (int i = 0; i < 8; i++)
		(void)fuzz_byte(&in);
	for (int i = 0; i < 4 && in.at < in.end; i++) {
		const char *text = fuzz_until(&in, 0x1e, &len);

		reload(text, len, &place);
		/* all is down then, and no line has gone: nothing is forgotten the second time */
		if (i == 0)
			reload_same(text, len, &place);
		fuzz_live(&life, i == 0 ? 3 : 12);
		fuzz_check_table();
		if (i == 1)
			resume();
	}
	resume();
	return 0;
}
