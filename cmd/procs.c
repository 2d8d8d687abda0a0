#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "procs.h"

#define PF_KTHREAD 0x00200000U	/* of the flags in /proc/PID/stat; linux/sched.h does not tell it */

int
procs_enter(void)
{
	char self[16], want[16];
	ssize_t len;

	if (chdir("/proc") < 0)
		return -errno;
	len = readlink("self", self, sizeof self - 1);
	if (len < 0)
		return -errno;	/* ENOENT: the bare directory, or no pid of ours in it */
	self[len] = '\0';
	(void)snprintf(want, sizeof want, "%d", (int)getpid());
	return strcmp(self, want) == 0 ? 0 : -EXDEV;
}

const char *
procs_problem(int err)
{
	switch (err) {
	case -ENOENT: return "not mounted";
	case -EXDEV: return "it shows another pid namespace";
	default: return strerror(-err);
	}
}

/*
 * PID (COMM) STATE PPID PGRP SESSION TTY TPGID FLAGS 10:MINFLT ... 20:THREADS ITREALVALUE START ...
 * COMM may hold anything, blanks and parentheses too: it ends at the last one.
 */
static bool
parse(char *line, struct proc *p)
{
	char *comm = strchr(line, '('), *end = strrchr(line, ')');
	unsigned terminal, flags;
	long threads;
	int parent, session;

	if (!comm || !end || end < comm)
		return false;
	*end = '\0';
	if (sscanf(end + 1, " %c %d %*d %d %u %*d %u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %ld %*d %llu",
	        &p->state, &parent, &session, &terminal, &flags, &threads, &p->start) != 7)
		return false;
	p->parent = parent;
	p->session = session;
	p->terminal = terminal;	/* packed as libc does it */
	p->kernel = (flags & PF_KTHREAD) != 0;
	/* The first thread can end before the others: it shows as a zombie, the process lives. */
	p->dead = (p->state == 'Z' || p->state == 'X') && threads <= 1;
	(void)snprintf(p->comm, sizeof p->comm, "%s", comm + 1);
	return true;
}

int
procs_read(pid_t pid, struct proc *p)
{
	char path[32], line[1024];
	ssize_t len;
	int fd;

	(void)snprintf(path, sizeof path, "%d/stat", (int)pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return errno == ENOENT ? -ESRCH : -errno;
	len = read(fd, line, sizeof line - 1);
	(void)close(fd);
	if (len <= 0)
		return -ESRCH;
	line[len] = '\0';
	p->pid = pid;
	return parse(line, p) ? 0 : -EINVAL;
}

static int
by_pid(const void *a, const void *b)
{
	pid_t x = ((const struct proc *)a)->pid, y = ((const struct proc *)b)->pid;

	return (x > y) - (x < y);
}

int
procs_list(struct proc **list, size_t *count)
{
	struct proc *all = NULL, *more;
	size_t n = 0, room = 0;
	const struct dirent *e;
	DIR *dir = opendir(".");

	if (!dir)
		return -errno;
	while ((e = readdir(dir))) {
		pid_t pid = (pid_t)strtol(e->d_name, NULL, 10);	/* 0: no process */

		if (pid <= 0)
			continue;
		if (n == room) {
			room = room ? 2 * room : 256;
			more = realloc(all, room * sizeof *all);
			if (!more) {
				free(all);
				(void)closedir(dir);
				return -ENOMEM;
			}
			all = more;
		}
		if (procs_read(pid, &all[n]) == 0)	/* else it has ended meanwhile */
			n++;
	}
	(void)closedir(dir);
	if (n > 0)
		qsort(all, n, sizeof *all, by_pid);
	*list = all;
	*count = n;
	return 0;
}

static struct {
	pid_t *pids;
	size_t count;
} omit;

static int
omit_pid(pid_t pid)
{
	pid_t *more = realloc(omit.pids, (omit.count + 1) * sizeof *more);

	if (!more)
		return -ENOMEM;
	omit.pids = more;
	omit.pids[omit.count++] = pid;
	return 0;
}

int
procs_omit(const char *text, void (*bad)(const char *word, int len))
{
	int err = 0;

	while (*text && err == 0) {
		size_t len = strcspn(text, ",;:");
		char *end;
		long pid;

		errno = 0;
		pid = strtol(text, &end, 10);
		if (len == strlen("%PPID") && strncmp(text, "%PPID", len) == 0)
			err = omit_pid(getppid());
		else if (end == text + len && pid > 0 && pid == (pid_t)pid && errno == 0)
			err = omit_pid((pid_t)pid);
		else if (len > 0)
			bad(text, (int)len);
		text += len + (text[len] != '\0');
	}
	return err;
}

bool
procs_omitted(pid_t pid)
{
	for (size_t i = 0; i < omit.count; i++)
		if (omit.pids[i] == pid)
			return true;
	return false;
}
