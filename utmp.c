#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "clock.h"
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

static _Atomic pid_t *writers;	/* of utmp and wtmp, among those who share */

void
utmp_share(_Atomic pid_t shared[UTMP_LOGS])
{
	writers = shared;
}

/* Is it one of ours who has the lock on fd, or nobody any more? */
static bool
is_our_turn_next(int fd, enum utmp_log log)
{
	struct flock other = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	return writers != NULL && fcntl(fd, F_GETLK, &other) == 0 &&
	    (other.l_type == F_UNLCK ||
	    (other.l_pid > 0 && other.l_pid == atomic_load(&writers[log])));
}

/* As glibc's lock: a write lock on the whole file.  It goes away with the descriptor. */
static void
lock(int fd, enum utmp_log log)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	msec_t begin = clock_now(), waited = 0;
	int pause = 1;

	while (waited < UTMP_LOCK_MS || (waited < UTMP_TURN_MS && is_our_turn_next(fd, log))) {
		if (fcntl(fd, F_SETLK, &whole) == 0) {
			if (writers != NULL)
				atomic_store(&writers[log], getpid());
			return;
		}
		if (errno != EAGAIN && errno != EACCES)
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

/* The number plus 1 of the record that r replaces, or of the place behind the last whole one. */
static uint32_t
search(int fd, const struct utmp_record *r, struct utmp_record *old)
{
	struct utmp_record some[SCAN];
	uint32_t at = 1;

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
	lock(fd, LOG_UTMP);
	if (!is_at(fd, *at, r, old))
		*at = search(fd, r, old);
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
	lock(fd, LOG_WTMP);
	/* At the last whole record's end: a torn one, from a full disk, is overwritten. */
	if (fstat(fd, &st) < 0)
		err = -errno;
	else if (pwrite(fd, &w, sizeof w, st.st_size - st.st_size % (off_t)sizeof w) != (ssize_t)sizeof w)
		err = -EIO;
	(void)close(fd);
	return err;
}
