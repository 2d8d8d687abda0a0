/*
 * replay - give the inputs in files to a fuzz target, without libFuzzer: any compiler builds it.
 *
 * usage: replay-TARGET FILE...
 */
#include <stdio.h>

#include "fuzz.h"

static int
replay(const char *name)
{
	static char data[1 << 20];
	FILE *f = fopen(name, "rb");

	if (f == NULL) {
		perror(name);
		return 1;
	}
	size_t len = fread(data, 1, sizeof data, f);
	(void)fclose(f);
	/* said before it is known: the last one is the one that failed */
	(void)printf("%s\n", name);
	(void)fflush(stdout);
	uint8_t *copy = fuzz_copy(data, len);
	(void)LLVMFuzzerTestOneInput(copy, len);
	free(copy);
	return 0;
}

int
main(int argc, char **argv)
{
	int failed = argc < 2;

	for (int i = 1; i < argc; i++)
		failed |= replay(argv[i]);
	return failed;
}
