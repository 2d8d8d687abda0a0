#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "clock.h"
#include "format.h"
#include "utmp.h"

#define SCAN 32		/* records read at a time */

void
utmp_fill(struct utmp_record *r, enum utmp_type type, const char *id, size_t id_len,
    pid_t pid, const char *user, const char *line)
{
	struct timespec now = { .tv_nsec = 0 };

	memset(r, 0, sizeof *r);
	(void)clock_gettime(CLOCK_REALTIME, &now);
	r->type = (int16_t)type;
	r->pid = pid;
	memcpy(r->id, id, id_len < sizeof r->id ? id_len : sizeof r->id);
	memcpy(r->user, user, strnlen(user, sizeof r->user));
	memcpy(r->line, line, strnlen(line, sizeof r->line));
	r->sec = (__typeof__(r->sec))now.tv_sec;
	r->usec = (__typeof__(r->usec))(now.tv_nsec / 1000);
}

static int
open_regular(const char *path, int flags)
{
	struct stat st;
	int fd = open(path, flags | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);

	if (fd < 0)
		return -errno;
	if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode)) {
		(void)close(fd);
		return -EINVAL;
	}
	return fd;
}

/* Is that another process of the program that we are?  Who is root can tell. */
static bool
is_one_of_us(pid_t pid)
{
	struct stat theirs, ours;
	char path[32];

	(void)format(path, sizeof path, "/proc/%d/exe", (int)pid);
	return stat(path, &theirs) == 0 && stat("/proc/self/exe", &ours) == 0 &&
	    theirs.st_dev == ours.st_dev && theirs.st_ino == ours.st_ino;
}

/* Who has the lock on fd: 0 if nobody, -1 if it is for reading, which any user can hold, or cannot be told. */
static pid_t
holder(int fd)
{
	struct flock other = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	if (fcntl(fd, F_GETLK, &other) < 0 || other.l_type == F_RDLCK)
		return -1;
	if (other.l_type == F_UNLCK)
		return 0;
	return other.l_pid > 0 ? other.l_pid : -1;
}

static bool
is_strangers(int fd)
{
	pid_t pid = holder(fd);

	/* One of us that has let go may be another program by now. */
	return pid < 0 || (pid > 0 && !is_one_of_us(pid) && holder(fd) == pid);
}

/* As glibc's lock: a write lock on the whole file.  It goes away with the descriptor. */
static void
lock(int fd)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	msec_t begin = clock_now(), waited = 0;
	int pause = 1;

	while (waited < UTMP_LOCK_MS || (waited < UTMP_TURN_MS && !is_strangers(fd))) {
		if (fcntl(fd, F_SETLK, &whole) == 0 || (errno != EAGAIN && errno != EACCES))
			return;
		(void)poll(NULL, 0, pause);
		waited = clock_now() - begin;
		pause = pause < 64 ? 2 * pause : pause;
	}
}

static bool
is_process(int type)
{
	return type >= UTMP_INIT && type <= UTMP_DEAD;
}

/* Types 1 to 4 replace their own kind, a process record the one with its id. */
static bool
replaces(const struct utmp_record *r, const struct utmp_record *old)
{
	if (!is_process(r->type))
		return old->type == r->type;
	return is_process(old->type) && strncmp(old->id, r->id, sizeof r->id) == 0;
}

static off_t
place(uint32_t at)
{
	return (off_t)(at - 1) * (off_t)sizeof(struct utmp_record);
}

static bool
is_at(int fd, uint32_t at, const struct utmp_record *r, struct utmp_record *old)
{
	return at != 0 && pread(fd, old, sizeof *old, place(at)) == (ssize_t)sizeof *old &&
	    replaces(r, old);
}

/*
 * The number plus 1 of the record that r replaces, the first from `at` on, or, *old being empty, of the place behind the
 * last whole one.
 */
static uint32_t
search(int fd, uint32_t at, const struct utmp_record *r, struct utmp_record *old)
{
	struct utmp_record some[SCAN];

	for (;;) {
		ssize_t got = pread(fd, some, sizeof some, place(at));
		size_t n = got < 0 ? 0 : (size_t)got / sizeof *some;

		for (size_t i = 0; i < n; i++, at++)
			if (replaces(r, &some[i])) {
				*old = some[i];
				return at;
			}
		if (n < SCAN) {
			memset(old, 0, sizeof *old);
			return at;
		}
	}
}

int
utmp_update(struct utmp_record *r, struct utmp_record *old, uint32_t *at)
{
	int fd = open_regular(UTMP_PATH, O_RDWR | O_NOFOLLOW), err = 0;

	if (fd < 0)
		return fd;
	/* To look through the file takes the longest, so it is done before the lock: a record keeps its place and its id. */
	if (!is_at(fd, *at, r, old))
		*at = search(fd, 1, r, old);
	uint32_t from = old->type == UTMP_EMPTY ? *at : 1;	/* others may have come to the end meanwhile */
	lock(fd);
	if (!is_at(fd, *at, r, old))
		*at = search(fd, from, r, old);
	if (r->type == UTMP_DEAD)
		memcpy(r->line, old->line, sizeof r->line);
	if (pwrite(fd, r, sizeof *r, place(*at)) != (ssize_t)sizeof *r)
		err = -EIO;
	(void)close(fd);
	return err;
}

int
utmp_wtmp_append(const struct utmp_record *r)
{
	struct utmp_record w = *r;
	struct utsname kernel;
	struct stat st;
	int fd = open_regular(WTMP_PATH, O_WRONLY), err = 0;

	if (fd < 0)
		return fd;
	if (uname(&kernel) == 0) {
		memset(w.host, 0, sizeof w.host);
		memcpy(w.host, kernel.release, strnlen(kernel.release, sizeof kernel.release));
	}
	lock(fd);
	/* At the last whole record's end: a torn one, from a full disk, is overwritten. */
	if (fstat(fd, &st) < 0)
		err = -errno;
	else if (pwrite(fd, &w, sizeof w, st.st_size - st.st_size % (off_t)sizeof w) != (ssize_t)sizeof w)
		err = -EIO;
	(void)close(fd);
	return err;
}
