/*
 * child.c - what an entry runs: it writes down when it began, then waits for a signal.
 *
 * usage: child NUMBER [ANYTHING]...
 *
 * It is a static program that does as little as can be, so that the init is seen, not its child.
 */
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "book.h"

int
main(int argc, char **argv)
{
	struct timespec t;
	struct slot s = { .pid = getpid() };
	int fd;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	s.ns = (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
	fd = open(BOOK_PATH, O_WRONLY);
	if (argc < 2 || fd < 0)
		return 1;
	(void)pwrite(fd, &s, sizeof s,
	    (off_t)(offsetof(struct book, slot) + (size_t)atoi(argv[1]) * sizeof s));
	(void)close(fd);
	for (;;)
		(void)pause();
}
