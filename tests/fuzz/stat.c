/*
 * stat: the text of /proc/PID/stat.
 */
#include "../../group.c"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char letter = 'x', plain[64];
	pid_t group = -1;

	fuzz_reset();
	fuzz_set_file(data, size);
	if (read_stat(-1, "123", &letter, &group)) {
		REQUIRE(group >= 0);
		REQUIRE(letter != 'x' || memchr(data, 'x', size) != NULL);
	} else
		REQUIRE(group == -1);
	REQUIRE(!read_stat(-1, "12345678901234567", &letter, &group));
	note_living(-1, "123");
	note_living(-1, "self");
	note_living(-1, "");

	/* Whatever the command is called, the fields behind it are found. */
	size_t n = size < 15 ? size : 15;
	memcpy(plain, "7 (", 3);
	if (n > 0)
		memcpy(plain + 3, data, n);
	memcpy(plain + 3 + n, ") S 4 5 6", 9);
	if (memchr(plain, '\0', n + 3) != NULL)
		return 0;
	fuzz_set_file(plain, n + 12);
	REQUIRE(read_stat(-1, "7", &letter, &group) && letter == 'S' && group == 5);
	return 0;
}
