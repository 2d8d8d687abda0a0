/*
 * reload - make init read its table again and again; each time it waits until that has been done.
 *
 * usage: reload PID TIMES TABLE OTHER
 *
 * The two files change places each time.  Init keeps an accepted table in a memory file of its own, a new
 * one for each: descriptor 9 is another file then.
 */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE_S 20
#define EXCHANGE 2	/* rename(2), RENAME_EXCHANGE */

static char state[64];

static ino_t
table_in_use(void)
{
	struct stat st;

	return stat(state, &st) == 0 ? st.st_ino : 0;
}

static int
await_other_than(ino_t old)
{
	static const struct timespec pause = { .tv_nsec = 50000 };
	time_t until = time(NULL) + PATIENCE_S;
	ino_t now;

	while ((now = table_in_use()) == old || now == 0) {
		if (time(NULL) > until)
			return -1;
		(void)nanosleep(&pause, NULL);
	}
	return 0;
}

int
main(int argc, char **argv)
{
	if (argc != 5)
		return 2;
	pid_t pid = (pid_t)atol(argv[1]);
	(void)snprintf(state, sizeof state, "/proc/%d/fd/9", (int)pid);
	for (long n = atol(argv[2]); n > 0; n--) {
		ino_t old = table_in_use();

		if (old == 0 || syscall(SYS_renameat2, -100, argv[3], -100, argv[4], EXCHANGE) < 0 ||
		    kill(pid, SIGHUP) < 0) {
			perror("reload");
			return 1;
		}
		if (await_other_than(old) < 0) {
			(void)fprintf(stderr, "reload: not done within %d s, %ld are left\n", PATIENCE_S, n);
			return 1;
		}
	}
	return 0;
}
