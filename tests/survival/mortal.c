/*
 * mortal.c - a child of init that keeps its own books, so that a test can account for every one of them.
 *
 * usage: mortal ID [MAX_MS]	lives for up to MAX_MS, at random; without it, or once there is a file
 *				/run/settle, until it is killed
 *
 * Lines in /run/ledger, one write each: "start ID PID", "end ID PID", and "double ID PID" when another
 * one with that ID is alive: a lock that the kernel drops at the death of its holder tells.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

static void
note(const char *what, const char *id)
{
	char line[128];
	int fd = open("/run/ledger", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
	int n = snprintf(line, sizeof line, "%s %s %d\n", what, id, (int)getpid());

	if (fd < 0 || write(fd, line, (size_t)n) != n)
		abort();
	close(fd);
}

int
main(int argc, char **argv)
{
	char path[128];
	struct timespec t;
	long ms;

	if (argc < 2)
		return 2;
	snprintf(path, sizeof path, "/run/alive.%s", argv[1]);
	int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (lock < 0 || flock(lock, LOCK_EX | LOCK_NB) < 0)
		note("double", argv[1]);
	note("start", argv[1]);
	if (argc == 2 || access("/run/settle", F_OK) == 0)
		for (;;)
			pause();
	clock_gettime(CLOCK_MONOTONIC, &t);
	srand((unsigned)(getpid() * 2654435761u + (unsigned)t.tv_nsec));
	ms = rand() % (atol(argv[2]) + 1);
	t = (struct timespec){ .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000 };
	while (nanosleep(&t, &t) < 0)
		;
	note("end", argv[1]);
	if (rand() % 4 == 0)
		raise(SIGKILL);
	return rand() % 100;
}
