/*
 * answer: what the new file of an upgrade says of itself, and how it ends.
 *
 * Input: for --version and for --check-state a byte for its end, and its output up to a byte 0x1e.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fuzz.h"
#include "../../helper.h"

static struct input said;
static char texts[2][600];	/* what counts of each output */
static int ends_with[2], runs;

static int fuzz_pipe(int ends[2]);
static pid_t fuzz_wait(int *status);

#define pipe2(ends, flags) fuzz_pipe(ends)
#define waitpid(pid, status, flags) fuzz_wait(status)
#define helper_fork() 1000
#include "../../upgrade.c"

static int
fuzz_pipe(int ends[2])
{
	size_t len;
	uint8_t end = fuzz_byte(&said);
	const char *text = fuzz_until(&said, 0x1e, &len);
	int run_now = runs++ % 2;

	/* mostly well */
	ends_with[run_now] = end < 0x80 ? 0 : end < 0xc0 ? end << 8 : end & 0x7f;
	memset(texts[run_now], 0, sizeof texts[run_now]);
	memcpy(texts[run_now], text, len < 511 ? len : 511);
	if (pipe(ends) < 0 || (len > 0 && write(ends[1], text, len) != (ssize_t)len))
		abort();
	return 0;
}

static pid_t
fuzz_wait(int *status)
{
	*status = ends_with[(runs - 1) % 2];
	return 1000;
}

/* The word is found in what comes before the first NUL. */
static bool
has(const char *text, const char *word)
{
	return strstr(text, word) != NULL;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_reset();
	said = (struct input){ data, data + size };
	runs = 0;
	int answer = upgrade_examine(NULL);
	bool well = ends_with[0] == 0, is_rung = well && has(texts[0], "state version ");

	switch (answer) {
	case ANSWER_RUNG:
		REQUIRE(runs == 2 && is_rung && ends_with[1] == 0);
		REQUIRE(strncmp(texts[1], UPGRADE_WORD, strlen(UPGRADE_WORD)) == 0);
		break;
	case ANSWER_CLASSIC:
		REQUIRE(runs == 1 && well && !is_rung && has(texts[0], "SysV init version:"));
		break;
	default:
		REQUIRE(answer == ANSWER_NO && fuzz_said[0] != '\0');
		REQUIRE(!(is_rung && runs == 1) || has(fuzz_said, "failed"));
	}
	return 0;
}
