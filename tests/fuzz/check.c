/*
 * check: init --check of a file that holds anything.
 */
#include "../../cmd/check.c"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_table f;
	char *said;
	size_t len, bad = 0;

	fuzz_set_file(data, size);
	FILE *to = open_memstream(&said, &len);
	if (to == NULL)
		abort();
	memset(&check, 0, sizeof check);
	int status = run("check", "inittab", to);
	if (fclose(to) != 0)
		abort();
	/* Nothing of the file reaches a terminal as a control. */
	for (size_t i = 0; i < len; i++)
		REQUIRE((unsigned char)said[i] >= ' ' || said[i] == '\n' || said[i] == '\t');
	REQUIRE(memchr(said, 0x7f, len) == NULL);
	REQUIRE((status == 0) == (len == 0) && (status == 2) == (check.errors > 0));

	/* It finds what init finds. */
	fuzz_parse(&f, (const char *)data, memchr(data, '\f', size) == NULL ? size : 0);
	for (uint32_t i = 0; i < f.t.count; i++)
		bad += f.t.entries[i].bad;
	REQUIRE(bad == 0 || status == 2);
	fuzz_parse_free(&f);
	free(said);
	return 0;
}
