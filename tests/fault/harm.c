/*
 * harm.c - what does harm to an init: many small programs in one, for the tests of family t13.
 *
 *	harm log PATH		a log socket whose reader does not read, full
 *	harm console		writes to /dev/console until that takes no more
 *	harm lock FILE...	write locks, held
 *	harm fill FILE		a file that takes all the room there is
 *	harm orphans N		N dead children whose parent then dies, too
 *	harm bomb		a process group that forks and forks, and does not mind SIGTERM
 *	harm negligent		in a session of its own: a parent whose child lives in the caller's group, has
 *				died and is never waited for
 *	harm storm SECONDS	signals and requests to process 1 at full speed
 *
 * Those that last say "ready" when they have done their worst.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../../initctl.h"

static int
last(void)
{
	(void)puts("ready");
	fflush(stdout);
	while (pause() < 0)
		;
	return 0;
}

static int
fail(const char *what)
{
	perror(what);
	return 1;
}

static int
full_log(char **argv)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int in = socket(AF_UNIX, SOCK_DGRAM, 0), out = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);

	strncpy(at.sun_path, argv[2], sizeof at.sun_path - 1);
	if (bind(in, (struct sockaddr *)&at, sizeof at) < 0)
		return fail("bind");
	for (int i = 0; sendto(out, "x", 1, 0, (struct sockaddr *)&at, sizeof at) == 1; i++)
		if (i == 1000000)
			return fail("never full");
	if (errno != EAGAIN)
		return fail("sendto");
	return last();
}

static int
full_console(void)
{
	static char some[4096];
	int fd = open("/dev/console", O_WRONLY | O_NONBLOCK | O_NOCTTY);

	if (fd < 0)
		return fail("/dev/console");
	for (size_t i = 0; i < sizeof some; i++)
		some[i] = i % 80 == 79 ? '\n' : '-';
	/* What was written may move on to the other side: it is full when it stays so. */
	for (int refused = 0; refused < 20; (void)poll(NULL, 0, 10))
		refused = write(fd, some, sizeof some) < 0 ? refused + 1 : 0;
	while (write(fd, some, 1) == 1)
		;
	return errno == EAGAIN ? 0 : fail("write");
}

static int
lock(char **argv)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	for (char **file = argv + 2; *file != NULL; file++)
		if (fcntl(open(*file, O_RDWR), F_SETLK, &whole) < 0)
			return fail(*file);
	return last();
}

static int
fill(char **argv)
{
	static char some[65536];
	int fd = open(argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0)
		return fail(argv[2]);
	for (size_t len = sizeof some; len > 0; )
		if (write(fd, some, len) < 0)
			len /= 2;
	return errno == ENOSPC ? 0 : fail("write");
}

static int
orphans(char **argv)
{
	for (int n = atoi(argv[2]); n > 0; n--) {
		pid_t pid = fork();

		if (pid < 0)
			return fail("fork");
		if (pid == 0)
			_exit(0);
	}
	(void)puts("ready");
	return 0;
}

static int
bomb(void)
{
	(void)signal(SIGTERM, SIG_IGN);
	for (int i = 0; i < 8; i++)
		if (fork() == 0)
			for (;;) {
				pid_t pid = fork();

				if (pid > 0)
					_exit(0);
				(void)poll(NULL, 0, 1);		/* the machine shall survive it */
			}
	return last();
}

static int
negligent(void)
{
	int ends[2];
	char c;

	if (pipe(ends) < 0)
		return fail("pipe");
	if (fork() == 0) {
		if (fork() == 0)
			_exit(0);	/* a member of the group, and soon a zombie */
		(void)setsid();
		(void)signal(SIGTERM, SIG_IGN);
		(void)write(ends[1], "x", 1);
		for (;;)
			(void)pause();
	}
	(void)read(ends[0], &c, 1);
	return last();
}

static int
storm(char **argv)
{
	static const int signals[] = { SIGHUP, SIGUSR1, SIGALRM, SIGWINCH, SIGCHLD, SIGHUP, SIGCONT };
	struct initctl_request q[] = {
		{ INITCTL_MAGIC, INITCTL_RUNLVL, 'q', 3, "" }, { INITCTL_MAGIC, INITCTL_SETENV, 0, 0, "INIT_STORM=1\0" },
		{ INITCTL_MAGIC, INITCTL_RUNLVL, 'b', 3, "" }, { INITCTL_MAGIC, INITCTL_POWEROK, 0, 3, "" },
		{ INITCTL_MAGIC, 99, 0, 0, "" }, { 0x12345678, 0, 0, 0, "no request at all" },
	};
	time_t until = time(NULL) + atoi(argv[2]);
	unsigned long sent = 0, written = 0;
	int fd = -1;

	(void)signal(SIGPIPE, SIG_IGN);		/* init closes the FIFO for a moment at each SIGUSR1 */
	for (unsigned i = 0; time(NULL) < until; i++) {
		if (kill(1, signals[i % (sizeof signals / sizeof *signals)]) == 0)
			sent++;
		if (fd < 0 || i % 100 == 0) {
			if (fd >= 0)
				close(fd);
			fd = open("/run/initctl", O_WRONLY | O_NONBLOCK);
		}
		if (fd >= 0 && write(fd, &q[i % (sizeof q / sizeof *q)], sizeof *q) == (ssize_t)sizeof *q)
			written++;
	}
	printf("%lu signals, %lu requests\n", sent, written);
	return sent > 0 && written > 0 ? 0 : 1;
}

int
main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";

	if (strcmp(what, "log") == 0 && argc == 3)
		return full_log(argv);
	if (strcmp(what, "console") == 0)
		return full_console();
	if (strcmp(what, "lock") == 0)
		return lock(argv);
	if (strcmp(what, "fill") == 0 && argc == 3)
		return fill(argv);
	if (strcmp(what, "orphans") == 0 && argc == 3)
		return orphans(argv);
	if (strcmp(what, "bomb") == 0)
		return bomb();
	if (strcmp(what, "negligent") == 0)
		return negligent();
	if (strcmp(what, "storm") == 0 && argc == 3)
		return storm(argv);
	fprintf(stderr, "usage: see harm.c\n");
	return 2;
}
