/*
 * utmp: what others have written into utmp and wtmp.
 *
 * Input: a byte for the kind of record, one for the remembered place, four for the id, then the file.
 */
#include "../../utmp.c"

#include <sys/stat.h>

#include "fuzz.h"

#define SIZE sizeof(struct utmp_record)

static off_t
file_size(void)
{
	struct stat st;

	if (fstat(fuzz_file, &st) < 0)
		abort();
	return st.st_size;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const enum utmp_type types[] = { UTMP_RUN_LVL, UTMP_BOOT_TIME, UTMP_INIT, UTMP_DEAD, UTMP_LOGIN };
	struct input in = { data, data + size };
	struct utmp_record r, old, now, *before;
	enum utmp_type type = types[fuzz_byte(&in) % 5];
	uint32_t at = fuzz_byte(&in);
	char id[4];

	for (int i = 0; i < 4; i++)
		id[i] = (char)fuzz_byte(&in);
	size_t len = (size_t)(in.end - in.at);
	/* A few records take a large input; a small one is blown up. */
	size_t blown = len < 1000 && len > 0 ? len * 7 : len;
	before = calloc(1, blown + SIZE);
	if (before == NULL)
		abort();
	for (size_t i = 0; i < blown; i++)
		((char *)before)[i] = (char)in.at[len == blown ? i : i / 7];
	/* The fields that decide, in a small one: type and id. */
	for (size_t i = 0; blown != len && i < blown / SIZE; i++) {
		before[i].type = in.at[i % len] % 10;
		memcpy(before[i].id, id, sizeof id);
		before[i].id[3] ^= (char)(in.at[(i + 1) % len] & 3);
	}
	fuzz_set_file(before, blown);
	utmp_fill(&r, type, id, sizeof id, 77, "user", "line");
	REQUIRE(utmp_update(&r, &old, &at) == 0);

	/* One record was written, at the place that is told; the others are as they were. */
	size_t records = blown / SIZE;
	REQUIRE(at >= 1 && at <= records + 1);
	REQUIRE(pread(fuzz_file, &now, SIZE, (off_t)((at - 1) * SIZE)) == (ssize_t)SIZE);
	REQUIRE(memcmp(&now, &r, SIZE) == 0);
	if (at <= records) {
		REQUIRE(memcmp(&before[at - 1], &old, SIZE) == 0);
		REQUIRE(replaces(&r, &old));
	} else
		for (size_t i = 0; i < records; i++)
			REQUIRE(!replaces(&r, &before[i]));
	for (size_t i = 0; i < records; i++)
		if (i != at - 1) {
			REQUIRE(pread(fuzz_file, &now, SIZE, (off_t)(i * SIZE)) == (ssize_t)SIZE);
			REQUIRE(memcmp(&now, &before[i], SIZE) == 0);
		}
	/* A second time it is found where it was. */
	uint32_t again = at;
	REQUIRE(utmp_update(&r, &old, &again) == 0 && again == at);

	fuzz_set_file(before, blown);
	REQUIRE(utmp_wtmp_append(&r) == 0);
	REQUIRE(file_size() == (off_t)((records + 1) * SIZE));
	free(before);
	return 0;
}
