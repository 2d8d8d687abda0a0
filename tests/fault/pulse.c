/*
 * pulse.c - how long does an init take to react?  Kills the child that runs /bin/sleep 1001 and waits for the next
 * one; then asks for the class a, b or c and waits for the child that runs /bin/sleep with that number.
 *
 * usage: pulse PID-OF-INIT LETTER NUMBER [LIMIT-MS]
 *
 * Runs outside, so that what the system inside lacks is no lack here.  Prints the milliseconds of both; fails
 * beyond LIMIT-MS.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../../initctl.h"

static int init_pid;
static double limit = 2000;

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static size_t
slurp(const char *path, char *buf, size_t size)
{
	size_t have = 0;
	ssize_t n = 0;
	int fd = open(path, O_RDONLY);

	while (fd >= 0 && have < size - 1 && (n = read(fd, buf + have, size - 1 - have)) > 0)
		have += (size_t)n;
	if (fd >= 0)
		close(fd);
	buf[have] = '\0';
	return have;
}

/* The child of init that runs /bin/sleep NUMBER; 0: none. */
static int
child(const char *number)
{
	static char pids[1 << 20];
	char path[96], line[128];

	snprintf(path, sizeof path, "/proc/%d/task/%d/children", init_pid, init_pid);
	slurp(path, pids, sizeof pids);
	for (char *p = strtok(pids, " "); p != NULL; p = strtok(NULL, " ")) {
		snprintf(path, sizeof path, "/proc/%s/cmdline", p);
		memset(line, 0, sizeof line);
		if (slurp(path, line, sizeof line) > 0 && strcmp(line, "/bin/sleep") == 0 &&
		    strcmp(line + sizeof "/bin/sleep", number) == 0)
			return atoi(p);
	}
	return 0;
}

static double
wait_for(const char *number, int other_than, const char *what)
{
	double began = now_ms();
	int pid;

	while ((pid = child(number)) == 0 || pid == other_than) {
		if (now_ms() > began + limit) {
			printf("# %s: not within %.0f ms\n", what, limit);
			exit(1);
		}
		(void)poll(NULL, 0, 1);
	}
	return now_ms() - began;
}

static double
ask(char letter, const char *number)
{
	struct initctl_request q = {
		.magic = INITCTL_MAGIC, .command = INITCTL_RUNLVL, .runlevel = letter, .sleeptime = INITCTL_SECONDS,
	};
	double began = now_ms();
	char path[64];
	int fd;

	snprintf(path, sizeof path, "/proc/%d/root/run/initctl", init_pid);
	fd = open(path, O_WRONLY | O_NONBLOCK);
	/* A full FIFO empties soon. */
	while (fd < 0 || write(fd, &q, sizeof q) != (ssize_t)sizeof q) {
		if (now_ms() > began + limit) {
			printf("# the request could not be made within %.0f ms\n", limit);
			exit(1);
		}
		(void)poll(NULL, 0, 1);
		if (fd < 0)
			fd = open(path, O_WRONLY | O_NONBLOCK);
	}
	wait_for(number, 0, "ondemand");
	return now_ms() - began;
}

int
main(int argc, char **argv)
{
	double restart, act;
	int old;

	if (argc < 4)
		return 2;
	init_pid = atoi(argv[1]);
	if (argc > 4)
		limit = atof(argv[4]);
	old = child("1001");
	if (old == 0 || kill(old, SIGKILL) < 0) {
		printf("# no child to kill\n");
		return 1;
	}
	restart = wait_for("1001", old, "respawn");
	act = ask(argv[2][0], argv[3]);
	printf("# respawn %.1f ms, ondemand %.1f ms\n", restart, act);
	return 0;
}
