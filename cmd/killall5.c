/*
 * killall5.c - send a signal to all processes but those of the caller's session.
 *
 * The last scripts of a runlevel call it, with SIGTERM, then with SIGKILL, and sleep in between for as
 * long as it finds somebody.  So with these two it comes back only when its targets are gone (or have
 * had their time), and the scripts seldom sleep.
 *
 * Whom it may stop, and what may hang then: between freeze and thaw every other process of the system
 * stands still, the one that reads our messages too.  Nothing is said, and no file but /proc touched, in
 * between.
 *
 * Exit status: 0 when something was signalled, 2 when there was nothing to signal, 1 on an error.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#include "../clock.h"
#include "../initctl.h"
#include "../paths.h"
#include "../version.h"
#include "procs.h"

#define WAIT_MS 900	/* for the targets to go: less than the second that scripts sleep */
#define LOOK_MS 20	/* between two looks at targets that no pidfd tells of */

/* The same on all architectures; libc of before Linux 5.3 does not know them. */
#ifndef SYS_pidfd_send_signal
#define SYS_pidfd_send_signal 424
#endif
#ifndef SYS_pidfd_open
#define SYS_pidfd_open 434
#endif

struct target {
	struct proc p;
	int fd;		/* its pidfd; -1: there are none here, or no more of them */
};

static struct {
	int signal;
	bool omits;	/* -o was given: nothing may reach those that are spared, not even a stop */
} opt = { .signal = SIGKILL };

/* On the terminal; from a script, whose output nobody may see, to syslog too. */
static void __attribute__((format(printf, 1, 2)))
say(const char *fmt, ...)
{
	struct sockaddr_un log = { .sun_family = AF_UNIX, .sun_path = "/dev/log" };
	char text[512];
	va_list ap;
	int fd, len = snprintf(text, sizeof text, "<27>killall5[%d]: ", (int)getpid());

	va_start(ap, fmt);
	(void)vsnprintf(text + len, sizeof text - (size_t)len, fmt, ap);
	va_end(ap);
	(void)fprintf(stderr, "killall5: %s\n", text + len);
	if (isatty(STDIN_FILENO))
		return;
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	/* Who does not listen, or is too busy, cannot be waited for. */
	(void)sendto(fd, text, strlen(text), MSG_NOSIGNAL, (struct sockaddr *)&log, sizeof log);
	(void)close(fd);
}

static void
usage(FILE *to)
{
	(void)fputs("usage: killall5 -signum [-o omitpid] [-o omitpid] ...\n", to);
}

static void
help(void)
{
	usage(stdout);
	(void)fputs("  -SIGNUM    the signal, a number from 1 to 31; 9 by default\n"
		    "  -o PID     spare that process, or all of a list: PID,PID...\n"
		    "  --help     print this\n"
		    "  --version  print the version\n",
	    stdout);
}

static _Noreturn void
wrong_usage(void)
{
	usage(stderr);
	exit(1);
}

static void
bad_pid(const char *word, int len)
{
	say("-o %.*s: not a pid, ignored", len, word);
}

static void
omit(const char *list)
{
	opt.omits = true;
	if (procs_omit(list, bad_pid) == 0)
		return;
	say("-o: %s; nothing signalled", strerror(ENOMEM));
	exit(1);
}

static void
take_options(int argc, char **argv)
{
	const char *list;
	char *end;
	int i = 1;

	if (argc > 1 && strcmp(argv[1], "--help") == 0) {
		help();
		exit(0);
	}
	if (argc > 1 && strcmp(argv[1], "--version") == 0) {
		(void)puts("killall5 (rung) " RUNG_VERSION);
		exit(0);
	}
	/* No getopt: -1 to -31 are no letters, and come first. */
	if (argc > 1 && argv[1][0] == '-' && argv[1][1] >= '0' && argv[1][1] <= '9') {
		long number = strtol(argv[1] + 1, &end, 10);

		if (*end || number < 1 || number > 31)
			wrong_usage();
		opt.signal = (int)number;
		i = 2;
	}
	for (; i < argc; i++) {
		if (strncmp(argv[i], "-o", 2) != 0)
			wrong_usage();
		list = argv[i][2] ? argv[i] + 2 : argv[++i];
		if (!list)
			wrong_usage();
		omit(list);
	}
}

/* Nothing ends it half-way, while the system is frozen; nor shall it wait for a disk. */
static void
harden(void)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTSTP, SIGTTIN,
		SIGTTOU };

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		(void)signal(signals[i], SIG_IGN);
	(void)mlockall(MCL_CURRENT | MCL_FUTURE);	/* refused to others than root */
}

static void
enter_proc(void)
{
	int err = procs_enter();

	if (err == -ENOENT && mount("proc", "/proc", "proc", MS_NODEV | MS_NOEXEC | MS_NOSUID, NULL) == 0)
		err = procs_enter();
	if (err == 0)
		return;
	say("/proc: %s; nothing signalled", procs_problem(err));
	exit(1);
}

static bool
wanted(const struct proc *p)
{
	return p->pid != 1 && p->pid != getpid() && p->session != getsid(0) && !p->kernel && !p->dead &&
	    !procs_omitted(p->pid);
}

/* All targets of this moment; false: no memory, or /proc cannot be read. */
static bool
find(struct target **targets, size_t *count)
{
	struct proc *all = NULL;
	size_t n = 0, kept = 0;
	struct target *t;
	int err = procs_list(&all, &n);

	t = malloc((n + 1) * sizeof *t);
	if (err == 0 && !t)
		err = -ENOMEM;
	for (size_t i = 0; err == 0 && i < n; i++)
		if (wanted(&all[i]))
			t[kept++] = (struct target){ .p = all[i], .fd = -1 };
	free(all);
	*targets = t;
	*count = kept;
	errno = -err;
	return err == 0;
}

static bool
same(const struct proc *p)
{
	struct proc now;

	return procs_read(p->pid, &now) == 0 && now.start == p->start && !now.dead;
}

/* A descriptor for each of them, if that can be. */
static void
allow_descriptors(size_t count)
{
	struct rlimit l;

	if (getrlimit(RLIMIT_NOFILE, &l) < 0)
		return;
	l.rlim_cur = count + 64;
	if (l.rlim_cur <= l.rlim_max) {
		(void)setrlimit(RLIMIT_NOFILE, &l);
		return;
	}
	if (setrlimit(RLIMIT_NOFILE, &(struct rlimit){ l.rlim_cur, l.rlim_cur }) < 0) {
		l.rlim_cur = l.rlim_max;	/* the others are looked at again and again */
		(void)setrlimit(RLIMIT_NOFILE, &l);
	}
}

/*
 * The pidfd comes first, then the look whether the pid is still the process we mean: from there on
 * the signal cannot reach another one.
 */
static bool
send_signal(struct target *t)
{
	t->fd = (int)syscall(SYS_pidfd_open, t->p.pid, 0);
	if (!same(&t->p))
		return false;
	if (t->fd < 0)
		return kill(t->p.pid, opt.signal) == 0;
	return syscall(SYS_pidfd_send_signal, t->fd, opt.signal, NULL, 0) == 0;
}

/* Stopped, nobody forks another process while we count. */
static bool
freezes(void)
{
	switch (opt.signal) {
	case SIGCONT:
	case SIGSTOP:
	case SIGTSTP:
	case SIGTTIN:
	case SIGTTOU: return false;	/* to thaw would undo it */
	default: return !opt.omits;
	}
}

/* Leave in *targets those that are still there: a pidfd can be read when its process is dead. */
static size_t
remaining(struct target *targets, size_t count, struct pollfd *fds, int timeout)
{
	nfds_t polled = 0;
	size_t left = 0, f = 0;
	bool blind = false;

	for (size_t i = 0; i < count; i++) {
		if (targets[i].fd >= 0)
			fds[polled++] = (struct pollfd){ .fd = targets[i].fd, .events = POLLIN };
		else
			blind = true;
	}
	if (blind && timeout > LOOK_MS)
		timeout = LOOK_MS;
	if (poll(fds, polled, timeout) < 0)
		return count;
	for (size_t i = 0; i < count; i++) {
		if (targets[i].fd >= 0 ? fds[f++].revents == 0 : same(&targets[i].p))
			targets[left++] = targets[i];
		else if (targets[i].fd >= 0)
			(void)close(targets[i].fd);
	}
	return left;
}

static void
await_end(struct target *targets, size_t count)
{
	struct pollfd *fds = calloc(count + 1, sizeof *fds);
	msec_t until = clock_now() + WAIT_MS, now;

	while (fds && count > 0 && (now = clock_now()) < until)
		count = remaining(targets, count, fds, (int)(until - now));
	free(fds);
}

/*
 * In levels 0 and 6 the end is near when all that was left has been killed, or nothing was: init sees to it that it
 * comes (init(8)).
 */
static void
tell_init(void)
{
	static const struct initctl_request killed = { .magic = INITCTL_MAGIC, .command = INITCTL_KILLED };
	const char *level = getenv("RUNLEVEL");
	int fd;

	if (!level || !getenv("INIT_VERSION") || (strcmp(level, "0") != 0 && strcmp(level, "6") != 0))
		return;
	fd = open(PATH_FIFO, O_WRONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
	if (fd >= 0) {
		(void)!write(fd, &killed, sizeof killed);
		(void)close(fd);
	}
}

static bool
is_among(const struct target *targets, size_t count, const struct proc *p)
{
	for (size_t i = 0; i < count; i++)
		if (targets[i].p.pid == p->pid && targets[i].p.start == p->start)
			return true;
	return false;
}

/* Signal all that are not among those reached already, and add them; how many, or -ENOMEM and the like. */
static int
signal_more(struct target **reached, size_t *count)
{
	struct target *found, *grown;
	size_t n, old = *count;

	if (!find(&found, &n)) {
		int err = -errno;

		free(found);
		return err;
	}
	grown = realloc(*reached, (old + n + 1) * sizeof *grown);
	if (!grown) {
		free(found);
		return -ENOMEM;
	}
	*reached = grown;
	allow_descriptors(old + n);
	for (size_t i = 0; i < n; i++) {
		if (is_among(grown, old, &found[i].p))
			continue;
		if (send_signal(&found[i]))
			grown[(*count)++] = found[i];
		else if (found[i].fd >= 0)
			(void)close(found[i].fd);
	}
	free(found);
	return (int)(*count - old);
}

int
main(int argc, char **argv)
{
	struct target *reached = NULL;
	size_t count = 0;
	bool frozen;
	int more;

	take_options(argc, argv);
	harden();
	enter_proc();

	frozen = freezes();
	if (frozen)
		(void)kill(-1, SIGSTOP);
	/* One that was forking as it was stopped may have its child, stopped too, only after our look. */
	do
		more = signal_more(&reached, &count);
	while (frozen && more > 0);
	if (frozen)
		(void)kill(-1, SIGCONT);

	if (more < 0) {
		say("/proc: %s", strerror(-more));
		return 1;
	}
	if (opt.signal == SIGTERM || opt.signal == SIGKILL)
		await_end(reached, count);
	if (opt.signal == SIGKILL || count == 0)
		tell_init();
	return count > 0 ? 0 : 2;
}
