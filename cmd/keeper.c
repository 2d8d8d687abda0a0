#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../paths.h"
#include "../title.h"
#include "alone.h"
#include "keeper.h"
#include "tell.h"
#include "wall.h"

#define TITLE "down-keeper"	/* a name that `pkill -9 shutdown` does not find */
#define CANCEL_MS 5000

/* Pam and shadow look for the first, others for the second. */
enum file { PID_FILE, FASTBOOT, FORCEFSCK, NOLOGIN, NOLOGIN_ETC, FILES };
static const char *const paths[FILES] = { "/run/shutdown.pid", "/fastboot", "/forcefsck", "/run/nologin",
	"/etc/nologin" };

/* An order is an enum and a time; its answer is an int, 0 or -errno. */
struct order {
	enum { START, CLOSE_LOGINS, GO } what;
	pid_t pid;	/* for the pid file */
	time_t at;
};

static int line = -1;		/* our end of the connection between the two */
static pid_t keeper;		/* in the process that has started it */
static atomic_uint *made;	/* bits of enum file; shared by the two, who each undo the other's work */

/* ---------------------------------------------------------------- files */

static void
take_back(enum file f)
{
	if (atomic_fetch_and(made, ~(1U << f)) & 1U << f)
		(void)unlink(paths[f]);
}

static void
take_back_all(void)
{
	for (enum file f = 0; f < FILES; f++)
		take_back(f);
}

/* Make a file that is ours to remove; one that is there already is somebody else's. */
static int
make(enum file f, const char *text)
{
	int fd = open(paths[f], O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);

	if (fd < 0)
		return errno == EEXIST ? 0 : -errno;
	(void)atomic_fetch_or(made, 1U << f);
	(void)write(fd, text, strlen(text));	/* that it is there is what counts */
	(void)close(fd);
	return 0;
}

/*
 * Lock the pid file, for as long as this process lives.  A read lock on it is no shutdown's: any user can take one.
 * Where the file has been replaced meanwhile, the lock is worth nothing.
 */
static int
lock_pid_file(void)
{
	struct stat open_one, named_one;

	for (;;) {
		struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
		int fd = open(paths[PID_FILE], O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644);

		if (fd < 0)
			return -errno;
		if (fcntl(fd, F_SETLK, &whole) == 0) {
			if (fstat(fd, &open_one) == 0 && stat(paths[PID_FILE], &named_one) == 0 &&
			    open_one.st_ino == named_one.st_ino && open_one.st_dev == named_one.st_dev)
				return fd;
		} else if (fcntl(fd, F_GETLK, &whole) == 0 && whole.l_type == F_RDLCK)
			(void)unlink(paths[PID_FILE]);
		else if (whole.l_type == F_WRLCK)
			return -EBUSY;
		(void)close(fd);
	}
}

static void
complain(enum file f, int err)
{
	if (err < 0 && err != -EROFS)
		(void)fprintf(stderr, "shutdown: warning: cannot open %s: %s\n", paths[f], strerror(-err));
}

static int
start(const struct plan *p, pid_t pid)
{
	int fd = lock_pid_file();	/* stays open, for the lock */
	char text[16];

	if (fd == -EBUSY)
		return fd;
	complain(PID_FILE, fd);
	if (fd >= 0) {
		(void)atomic_fetch_or(made, 1U << PID_FILE);
		(void)snprintf(text, sizeof text, "%d\n", (int)pid);
		(void)ftruncate(fd, 0);
		(void)write(fd, text, strlen(text));
	}
	if (p->fast)
		complain(FASTBOOT, make(FASTBOOT, ""));
	if (p->force)
		complain(FORCEFSCK, make(FORCEFSCK, ""));
	return 0;
}

static int
close_logins(const struct plan *p, time_t at)
{
	char date[32] = "\n", *text = NULL;
	int err, err_etc;

	(void)ctime_r(&at, date);
	if (asprintf(&text, "\rThe system is going down on %s\r\n%s", date, p->message) < 0)
		return -ENOMEM;
	err = make(NOLOGIN, text);
	err_etc = make(NOLOGIN_ETC, text);
	if (err < 0 && err_etc < 0)
		complain(NOLOGIN, err);
	free(text);
	return err;
}

pid_t
keeper_running(void)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	char text[16] = "";
	int fd = open(paths[PID_FILE], O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	bool locked = fd >= 0 && fcntl(fd, F_GETLK, &whole) == 0 && whole.l_type == F_WRLCK;

	if (locked)
		(void)pread(fd, text, sizeof text - 1, 0);
	if (fd >= 0)
		(void)close(fd);
	return (pid_t)atol(text);
}

/* ---------------------------------------------------------------- the keeper */

/* Tell init, in one write: INIT_HALT is never set without the level that it is for. */
static int
ask_init(const struct plan *p)
{
	struct initctl_request r[2] = { tell_level(0, INITCTL_SECONDS), tell_level(p->level, p->seconds) };
	int err;

	(void)tell_variable(&r[0], p->halt);
	err = tell_init(r, 2);
	if (err < 0)
		tell_complain("shutdown", err);
	return err;
}

static int
go(const struct plan *p)
{
	int err;

	take_back(PID_FILE);	/* from here on nothing is cancelled */
	take_back(NOLOGIN);
	take_back(NOLOGIN_ETC);
	err = p->alone ? alone_stop(p, line) : ask_init(p);
	if (err == 0)
		atomic_store(made, 0);	/* the markers are for the next boot */
	return err;
}

static int
obey(const struct plan *p, const struct order *o)
{
	switch (o->what) {
	case START: return start(p, o->pid);
	case CLOSE_LOGINS: return close_logins(p, o->at);
	case GO: return go(p);
	}
	return -EINVAL;
}

/* Until the process that started it is gone or has said go.  Services do not wait for the disks to be stopped. */
static _Noreturn void
keep(const struct plan *p)
{
	struct order o = { .what = START };
	int answer = 0;

	while (answer != -EBUSY && o.what != GO && recv(line, &o, sizeof o, 0) == (ssize_t)sizeof o) {
		answer = obey(p, &o);
		if (o.what == GO)
			take_back_all();	/* nothing is left if it has gone well */
		(void)send(line, &answer, sizeof answer, MSG_NOSIGNAL);
	}
	take_back_all();
	/* At once: what the disks are given later stands before what the scripts are read from. */
	if (o.what == GO && answer == 0)
		sync();
	_exit(0);
}

static void
become_keeper(void)
{
	sigset_t all;

	(void)sigfillset(&all);
	(void)sigprocmask(SIG_BLOCK, &all, NULL);
	(void)signal(SIGCHLD, SIG_DFL);
	(void)setsid();	/* what befalls the terminal, or the job, is not for us */
	(void)prctl(PR_SET_NAME, TITLE);
	title_set(TITLE);
}

/* ---------------------------------------------------------------- the other side */

/* Have an order carried out; its answer, or -EPIPE when the keeper has died. */
static int
order(struct order o)
{
	int answer;

	if (send(line, &o, sizeof o, MSG_NOSIGNAL) != (ssize_t)sizeof o ||
	    recv(line, &answer, sizeof answer, 0) != (ssize_t)sizeof answer)
		return -EPIPE;
	return answer;
}

int
keeper_start(const struct plan *p)
{
	pid_t self = getpid();
	int ends[2];

	made = mmap(NULL, sizeof *made, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (made == MAP_FAILED || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) < 0)
		return -errno;
	keeper = fork();
	if (keeper < 0)
		return -errno;
	line = ends[keeper == 0];
	(void)close(ends[keeper != 0]);
	if (keeper == 0) {
		become_keeper();
		keep(p);
	}
	return order((struct order){ .what = START, .pid = self });
}

int
keeper_fd(void)
{
	return line;
}

void
keeper_close_logins(time_t at)
{
	(void)order((struct order){ .what = CLOSE_LOGINS, .at = at });	/* a failure was told by the keeper */
}

int
keeper_go(void)
{
	int err = order((struct order){ .what = GO });

	if (err == -EPIPE)
		take_back_all();	/* the keeper was killed */
	return err;
}

void
keeper_cancel(void)
{
	struct pollfd death = { .fd = line };

	/* Shut down, not closed: its own end shows when the keeper has finished. */
	(void)shutdown(line, SHUT_WR);
	(void)poll(&death, 1, CANCEL_MS);
	take_back_all();	/* the keeper may have been killed */
}

void
keeper_leave(void)
{
	(void)close(line);
}

void
keeper_give_way(void)
{
	/* musl's sched_setscheduler() does nothing */
	(void)syscall(SYS_sched_setscheduler, 0, SCHED_IDLE, &(struct sched_param){ .sched_priority = 0 });
	(void)sched_yield();
}
