/*
 * ask: what init reads of /run/powerstatus, and what is answered to "Enter runlevel:".
 *
 * Input: the answer in pieces as read(2) brings them, each behind a byte that says how long it is (0xff: the read is
 * interrupted, 0xfe: it fails); all of it is the text of the file, too.
 */
#include <errno.h>
#include <unistd.h>

#include "fuzz.h"

static struct input answer;
static char first[8];		/* the piece that counted */
static size_t first_len;

static ssize_t fuzz_read(int fd, void *to, size_t size);

#define read(fd, to, size) fuzz_read(fd, to, size)
#define write(fd, from, len) ((void)(from), (ssize_t)(len))
#define unlink(path) ((void)(path), 0)	/* it is the machine's */
/* A helper ends and closes nothing. */
static int opened;
#undef open
#define open(path, ...) (opened = fuzz_open(path))
#include "../../ask.c"
#undef read

static ssize_t
fuzz_read(int fd, void *to, size_t size)
{
	if (fd != STDIN_FILENO)
		return read(fd, to, size);
	size_t left = (size_t)(answer.end - answer.at), n = fuzz_byte(&answer);
	if (left == 0)
		return 0;
	errno = n == 0xff ? EINTR : EIO;
	if (n >= 0xfe)
		return -1;
	left--;
	n = n > size ? size : n;
	n = n > left ? left : n;
	if (n > 0)
		memcpy(to, answer.at, n);
	memcpy(first, to, n < sizeof first ? n : sizeof first);
	first_len = n;
	answer.at += n;
	return (ssize_t)n;
}

/* Stands in for spawn.c's. */
bool
spawn_take_console(void)
{
	return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_reset();
	answer = (struct input){ data, data + size };
	first_len = 0;
	int level = ask_level(NULL);
	REQUIRE(level == 'S' || (level >= '0' && level <= '9'));
	/* Nothing else than that line is taken for a level. */
	if (level != 'S') {
		REQUIRE(first_len >= 2 && first[0] == level);
		REQUIRE(first[1] == '\n' || first[1] == '\r');
	}

	fuzz_set_file(data, size);
	int status = ask_power(NULL);
	(void)close(opened);
	REQUIRE((char)status == (size > 0 ? (char)data[0] : 'F'));
	return 0;
}
