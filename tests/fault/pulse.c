/*
 * pulse.c - how long does an init take to react?  Kills the child that runs /bin/sleep 1001 and waits for the next
 * one; then asks for the class a, b or c and waits for the child that runs /bin/sleep with that number.
 *
 * usage: pulse PID-OF-INIT LETTER NUMBER LIMIT-MS
 *        pulse PID-OF-INIT hoard SECONDS LIMIT-MS
 *
 * Runs outside, so that what the system inside lacks is no lack here; in a guest of the boot tests, beside init.
 * Prints the milliseconds of both.  Fails beyond LIMIT-MS, which holds on an idle machine: on a busy one fifty times
 * the longest that a yardstick took meanwhile, which sleeps, forks, executes and waits all the time, is allowed.
 *
 * The second form takes all the processes there are for so many seconds.  Meanwhile the child is killed, whose own
 * process is then the only one to be had; class a is asked for, and one process given back half a second later; class b
 * is asked for, and all are given back at the end.  Prints how long init took each time; fails beyond LIMIT-MS, for no
 * yardstick can be laid on without processes.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../../initctl.h"

#define GIVE_UP_MS 15000
#define YARDSTICK_SLEEP_MS 4
#define YARDSTICKS 50		/* a reaction may take so many: on an idle machine less than the limit */
#define HOARD_MAX 10000

static int init_pid;

/* What the yardstick has found: how often it was laid on, and the longest in microseconds. */
static struct yardstick {
	_Atomic unsigned times, longest_us;
} *yardstick;

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* ---- the yardstick ---- */

static _Noreturn void
lay_on(void)
{
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	for (;;) {
		double began = now_ms();

		(void)poll(NULL, 0, YARDSTICK_SLEEP_MS);
		pid_t pid = fork();
		if (pid == 0) {
			(void)execl("/proc/self/exe", "pulse", "nothing", (char *)NULL);
			_exit(1);
		}
		(void)waitpid(pid, NULL, 0);
		unsigned us = (unsigned)((now_ms() - began - YARDSTICK_SLEEP_MS) * 1e3);
		if (us > yardstick->longest_us)
			yardstick->longest_us = us;
		yardstick->times++;
	}
}

static pid_t
begin_yardstick(void)
{
	yardstick = mmap(NULL, sizeof *yardstick, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (yardstick == MAP_FAILED)
		exit(2);
	pid_t pid = fork();
	if (pid == 0)
		lay_on();
	while (yardstick->times == 0)
		(void)poll(NULL, 0, 1);
	return pid;
}

/* In milliseconds.  One that has begun is waited for: it may be the long one. */
static double
end_yardstick(pid_t pid)
{
	unsigned times = yardstick->times;

	while (yardstick->times == times)
		(void)poll(NULL, 0, 1);
	(void)kill(pid, SIGKILL);
	return (double)yardstick->longest_us / 1e3;
}

/* ---- init ---- */

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
		if (now_ms() > began + GIVE_UP_MS) {
			printf("# %s: not within %d ms\n", what, GIVE_UP_MS);
			exit(1);
		}
		(void)poll(NULL, 0, 1);
	}
	return now_ms() - began;
}

static void
request(char letter)
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
		if (now_ms() > began + GIVE_UP_MS) {
			printf("# the request could not be made within %d ms\n", GIVE_UP_MS);
			exit(1);
		}
		(void)poll(NULL, 0, 1);
		if (fd < 0)
			fd = open(path, O_WRONLY | O_NONBLOCK);
	}
}

/* ---- all processes taken ---- */

static pid_t taken[HOARD_MAX];
static int taken_count;

static void
take_all(void)
{
	for (pid_t pid; taken_count < HOARD_MAX && (pid = fork()) >= 0; taken[taken_count++] = pid)
		if (pid == 0)
			for ((void)prctl(PR_SET_PDEATHSIG, SIGKILL);;)
				(void)pause();
}

static void
give_back(int count)
{
	for (; count > 0 && taken_count > 0; count--) {
		(void)kill(taken[--taken_count], SIGKILL);
		(void)waitpid(taken[taken_count], NULL, 0);
	}
}

static int
hoard(char **argv)
{
	double restart, one, all, until = now_ms() + atof(argv[3]) * 1e3, limit = atof(argv[4]);
	int old;

	take_all();
	printf("hoards %d\n", taken_count);
	old = child("1001");
	if (taken_count == 0 || taken_count == HOARD_MAX || old == 0 || kill(old, SIGKILL) < 0)
		return 1;
	restart = wait_for("1001", old, "respawn");
	request('a');
	(void)poll(NULL, 0, 500);
	if (child("1002") != 0)
		return 1;	/* made of nothing? */
	give_back(1);
	one = wait_for("1002", 0, "ondemand");
	request('b');
	while (now_ms() < until)
		(void)poll(NULL, 0, 10);
	if (child("1003") != 0)
		return 1;
	give_back(taken_count);
	all = wait_for("1003", 0, "ondemand, later");
	printf("respawn %.0f ms, ondemand %.0f ms after one was given back, and %.0f after all were\n", restart, one, all);
	return restart > limit || one > limit || all > limit;
}

/* ---- how long it takes ---- */

static int
react(char **argv)
{
	double restart, act, stick, began, allowed = atof(argv[4]);
	int old = child("1001");
	pid_t laying;

	if (old == 0 || child(argv[3]) != 0) {
		printf("# no child to kill, or %s runs already\n", argv[3]);
		return 1;
	}
	laying = begin_yardstick();
	(void)kill(old, SIGKILL);
	restart = wait_for("1001", old, "respawn");
	began = now_ms();
	request(argv[2][0]);
	(void)wait_for(argv[3], 0, "ondemand");
	act = now_ms() - began;
	stick = end_yardstick(laying);
	if (allowed < stick * YARDSTICKS)
		allowed = stick * YARDSTICKS;
	printf("# respawn %.1f ms, ondemand %.1f ms; a fork and exec takes up to %.1f ms here, so %.0f are allowed\n",
	    restart, act, stick, allowed);
	return restart <= allowed && act <= allowed ? 0 : 1;
}

int
main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "nothing") == 0)
		return 0;	/* a yardstick */
	if (argc != 5)
		return 2;
	init_pid = atoi(argv[1]);
	return strcmp(argv[2], "hoard") == 0 ? hoard(argv) : react(argv);
}
