#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../options.h"
#include "account.h"
#include "launch.h"
#include "notify.h"
#include "pidfile.h"
#include "ssd.h"

#define IOPRIO_WHO_PROCESS 1
#define IOPRIO_CLASS_SHIFT 13

static void
set_priorities(const struct launch *l)
{
	errno = 0;
	if (l->nice && nice(l->nice) == -1 && errno != 0)
		ssd_fail("unable to alter the nice level by %d (%s)", l->nice, strerror(errno));
	if (l->sched.given) {
		struct sched_param p = { .sched_priority = l->sched.priority };

		/* musl's function says ENOSYS */
		if (syscall(SYS_sched_setscheduler, 0, l->sched.policy, &p) < 0)
			ssd_fail("unable to set the process scheduler (%s)", strerror(errno));
	}
	if (l->io.given && syscall(SYS_ioprio_set, IOPRIO_WHO_PROCESS, 0,
			       l->io.policy << IOPRIO_CLASS_SHIFT | l->io.priority) < 0)
		ssd_fail("unable to set the IO scheduler (%s)", strerror(errno));
}

static void
set_place(const struct launch *l)
{
	if (l->root && chdir(l->root) < 0)
		ssd_fail("unable to chdir() to %s (%s)", l->root, strerror(errno));
	if (l->root && chroot(l->root) < 0)
		ssd_fail("unable to chroot() to %s (%s)", l->root, strerror(errno));
	if (chdir(l->dir) < 0)
		ssd_fail("unable to chdir() to %s (%s)", l->dir, strerror(errno));
}

/* Who is not root and stays who they are needs no leave to do so. */
static bool
is_already(const struct launch *l)
{
	return geteuid() != 0 && (!l->user || (getuid() == l->uid && geteuid() == l->uid)) &&
	    (!l->by_group || (getgid() == l->gid && getegid() == l->gid));
}

/* Groups first: afterwards we may not. */
static void
set_ids(const struct launch *l)
{
	int err;

	if ((!l->user && !l->by_group) || is_already(l))
		return;
	if (l->by_group && setgid(l->gid) < 0)
		ssd_fail("unable to set the gid to %u (%s)", (unsigned)l->gid, strerror(errno));
	if (l->user && *l->user)
		err = account_initgroups(l->user, l->gid);
	else
		err = setgroups(1, &l->gid) < 0 ? -errno : 0;
	if (err < 0)
		ssd_fail("unable to set the groups with gid %u (%s)", (unsigned)l->gid, strerror(-err));
	if (l->user && setuid(l->uid) < 0)
		ssd_fail("unable to set the uid to %u (%s)", (unsigned)l->uid, strerror(errno));
}

/* Standard input to error become what is given. */
static void
redirect(int in, int out)
{
	if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 || dup2(out, STDERR_FILENO) < 0)
		ssd_fail("unable to redirect (%s)", strerror(errno));
}

static int
open_output(const struct launch *l)
{
	int fd = open(l->output, O_WRONLY | O_CREAT | O_APPEND | O_NOCTTY | O_CLOEXEC,
	    S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);

	if (fd < 0)
		ssd_fail("unable to open '%s' (%s)", l->output, strerror(errno));
	return fd;
}

/* Everything from here to the exec.  in and out: below 0, or what standard input and output shall be. */
static _Noreturn void
become(const struct launch *l, int in, int out)
{
	set_priorities(l);
	set_place(l);
	set_ids(l);
	if (l->home && setenv("HOME", l->home, 1) < 0)
		ssd_fail("out of memory");
	if (l->by_umask)
		(void)umask(l->umask);
	if (in >= 0)
		redirect(in, out);
	(void)execv(l->program, l->argv);
	ssd_fail("unable to start %s (%s)", l->program, strerror(errno));
}

_Noreturn void
launch_here(const struct launch *l)
{
	if (l->pidfile)
		pidfile_write(l->pidfile);
	become(l, -1, -1);
}

/* Have the exec close every descriptor above standard error. */
static void
close_others(void)
{
	DIR *d = opendir("/proc/self/fd");
	const struct dirent *entry;
	uint32_t n;
	long max;

	if (d) {
		while ((entry = readdir(d)))
			if (options_number(entry->d_name, strlen(entry->d_name), INT_MAX, &n) &&
			    n > STDERR_FILENO)
				(void)fcntl((int)n, F_SETFD, FD_CLOEXEC);
		(void)closedir(d);
		return;
	}
	max = sysconf(_SC_OPEN_MAX);
	for (int fd = STDERR_FILENO + 1; fd < max; fd++)
		(void)fcntl(fd, F_SETFD, FD_CLOEXEC);
}

static _Noreturn void
daemon_child(const struct launch *l)
{
	int in = -1, out = -1;

	if (l->pidfile)
		pidfile_write(l->pidfile);
	if (!l->keep_files) {
		in = out = open("/dev/null", O_RDWR | O_CLOEXEC);
		if (in < 0)
			ssd_fail("unable to open '/dev/null' (%s)", strerror(errno));
		close_others();
	}
	if (l->output) {
		out = open_output(l);
		in = in < 0 ? STDIN_FILENO : in;
	}
	become(l, in, out);
}

/*
 * Fork twice, so that the daemon leads no session: it cannot get a terminal by opening one.  The daemon sends its
 * pid through the pipe, then what goes wrong; its exec closes it.
 */
static void
detach(const struct launch *l, int report)
{
	pid_t pid = fork();
	int status;

	if (pid < 0)
		ssd_fail("unable to fork (%s)", strerror(errno));
	if (pid > 0) {
		while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
			continue;
		if (status != 0)
			exit(ssd.failure_status);
		return;
	}
	(void)setsid();
	pid = fork();
	if (pid < 0)
		ssd_fail("unable to fork (%s)", strerror(errno));
	if (pid > 0)
		_exit(0);
	ssd.error_fd = report;
	pid = getpid();
	(void)write(report, &pid, sizeof pid);	/* nobody there to read: then nobody waits for it */
	daemon_child(l);
}

static pid_t
read_report(int report)
{
	char text[1024];
	pid_t pid = -1;
	bool failed = false;
	ssize_t n = read(report, &pid, sizeof pid);

	while (n != 0) {
		n = read(report, text, sizeof text);
		if (n < 0 && errno != EINTR)
			break;
		if (n > 0) {
			failed = true;
			(void)write(STDERR_FILENO, text, (size_t)n);	/* it is all that can be done */
		}
	}
	(void)close(report);
	if (failed || pid < 0)
		exit(ssd.failure_status);
	return pid;
}

void
launch_background(const struct launch *l)
{
	int report[2], sock = -1;
	pid_t pid;

	/* Whoever called may ignore it, and then nobody is there to be waited for. */
	(void)signal(SIGCHLD, SIG_DFL);
	if (l->notify_seconds >= 0) {
		sock = notify_open();
		/* What the daemon leaves behind comes to us, and we know when all of it is gone. */
		(void)prctl(PR_SET_CHILD_SUBREAPER, 1);
	}
	if (pipe2(report, O_CLOEXEC) < 0)
		ssd_fail("unable to make a pipe (%s)", strerror(errno));
	ssd_say_more("Detaching to start %s...", l->program);
	detach(l, report[1]);
	(void)close(report[1]);
	pid = read_report(report[0]);
	if (sock >= 0)
		notify_await(sock, pid, l->user ? l->uid : geteuid(), l->notify_seconds, l->program);
	ssd_say_more("Detaching complete...");
}
