#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "../../options.h"
#include "../../trust.h"
#include "pidfile.h"
#include "ssd.h"

#define LINKS_MAX 40	/* as the kernel has it */
#define NULL_DEVICE makedev(1, 3)

pid_t
pidfile_parse(const char *text, size_t len)
{
	size_t start = 0, end;
	uint32_t pid;

	while (start < len && strchr(" \t\r\n", text[start]) && text[start])
		start++;
	for (end = start; end < len && text[end] >= '0' && text[end] <= '9'; end++)
		continue;
	if (end < len && (!strchr(" \t\r\n", text[end]) || text[end] == '\0'))
		return 0;
	return options_number(text + start, end - start, INT_MAX, &pid) ? (pid_t)pid : 0;
}

/* ---------------------------------------------------------------- the way to the file */

/* A walk along a path, a name at a time, which sees what open(2) would only follow. */
struct walk {
	int dir;			/* where we are, O_PATH */
	char rest[2 * PATH_MAX];	/* the names to come */
	int links;
	const char *refusal;		/* the first thing on the way that cannot be trusted, and why */
	char refused[PATH_MAX];
};

static void
note_refusal(struct walk *w, const char *what, const char *why)
{
	if (w->refusal || !why)
		return;
	w->refusal = why;
	(void)snprintf(w->refused, sizeof w->refused, "%s", what);
}

static const char *
refuse_owner(const struct stat *st)
{
	struct stat owner = { .st_uid = st->st_uid };

	return trust_refusal(&owner);
}

/* The group may write what belongs to root's group. */
static const char *
refuse(const struct stat *st)
{
	struct stat seen = *st;

	if (seen.st_gid == 0)
		seen.st_mode &= (mode_t)~S_IWGRP;
	return trust_refusal(&seen);
}

/* What is in a sticky directory is its owner's alone. */
static const char *
refuse_directory(const struct stat *st)
{
	return st->st_mode & S_ISVTX ? refuse_owner(st) : refuse(st);
}

/* Go to fd, which is a directory. */
static int
enter(struct walk *w, int fd, const char *name)
{
	struct stat st;

	if (fd < 0)
		return -errno;
	if (w->dir >= 0)
		(void)close(w->dir);
	w->dir = fd;
	if (fstat(fd, &st) < 0)
		return -errno;
	note_refusal(w, name, refuse_directory(&st));
	return 0;
}

/* Put what the link says in front of the rest. */
static int
follow(struct walk *w, int link, const char *name, const struct stat *st)
{
	char target[2 * PATH_MAX];
	size_t rest = strlen(w->rest) + 1;
	ssize_t n;

	note_refusal(w, name, refuse_owner(st));
	if (++w->links > LINKS_MAX)
		return -ELOOP;
	n = readlinkat(link, "", target, PATH_MAX);
	if (n < 0)
		return -errno;
	if ((size_t)n + 1 + rest > sizeof target)
		return -ENAMETOOLONG;
	target[n] = '/';
	memcpy(target + n + 1, w->rest, rest);
	/* without the slash that would make a directory of the last name */
	if (rest == 1)
		target[n] = '\0';
	memcpy(w->rest, target, (size_t)n + 1 + rest);
	return *target == '/' ? enter(w, open("/", O_PATH | O_DIRECTORY | O_CLOEXEC), "/") : 0;
}

/* Take the next name off the rest; false: there is none. */
static bool
next_name(struct walk *w, char name[PATH_MAX], bool *last)
{
	size_t skip = strspn(w->rest, "/");
	size_t len = strcspn(w->rest + skip, "/");

	if (len == 0 || len >= PATH_MAX)
		return false;
	memcpy(name, w->rest + skip, len);
	name[len] = '\0';
	*last = w->rest[skip + len] == '\0';
	memmove(w->rest, w->rest + skip + len, strlen(w->rest + skip + len) + 1);
	return true;
}

/* Open the file that path leads to, for reading. */
static int
walk_open(struct walk *w, const char *path)
{
	char name[PATH_MAX];
	bool last;
	int err;

	*w = (struct walk){ .dir = -1 };
	if (strlen(path) >= PATH_MAX)
		return -ENAMETOOLONG;
	memcpy(w->rest, path, strlen(path) + 1);
	err = enter(w, open(*path == '/' ? "/" : ".", O_PATH | O_DIRECTORY | O_CLOEXEC),
	    *path == '/' ? "/" : "the working directory");
	while (err == 0) {
		struct stat st;
		int fd;

		if (!next_name(w, name, &last))
			return *path == '\0' ? -ENOENT : -EISDIR;
		fd = openat(w->dir, name, O_PATH | O_NOFOLLOW | O_CLOEXEC);
		if (fd < 0 || fstat(fd, &st) < 0)
			return -errno;
		if (S_ISLNK(st.st_mode)) {
			err = follow(w, fd, name, &st);
			(void)close(fd);
		} else if (!last) {
			err = S_ISDIR(st.st_mode) ? enter(w, fd, name) : -ENOTDIR;
		} else {
			(void)close(fd);
			/* what sits there now may be another file: what is read is checked again */
			fd = openat(w->dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
			return fd < 0 ? -errno : fd;
		}
	}
	return err;
}

/* ---------------------------------------------------------------- reading and writing */

static void
insist_on_trust(const char *path, const struct walk *w, const struct stat *st, bool alone)
{
	const char *why = refuse(st);

	if (st->st_mode & S_IWOTH)
		ssd_fail("matching on world-writable pidfile %s is insecure", path);
	if (!alone || geteuid() != 0)
		return;
	if (why)
		ssd_fail("matching only on non-root pidfile %s is insecure: %s", path, why);
	if (w->refusal)
		ssd_fail("matching only on pidfile %s is insecure: %s on the way to it is %s", path,
		    w->refused, w->refusal);
}

enum pidfile_state
pidfile_read(const char *path, bool alone, pid_t *pid, struct timespec *written)
{
	struct walk w;
	struct stat st;
	char text[64];
	ssize_t n;
	int fd = walk_open(&w, path);

	if (w.dir >= 0)
		(void)close(w.dir);
	if (fd == -ENOENT)
		return PIDFILE_MISSING;
	if (fd < 0)
		ssd_fail("unable to open pidfile %s (%s)", path, strerror(-fd));
	if (fstat(fd, &st) < 0)
		ssd_fail("unable to stat pidfile %s (%s)", path, strerror(errno));
	/* Scripts that have no pid file say so with /dev/null. */
	if (S_ISCHR(st.st_mode) && st.st_rdev == NULL_DEVICE) {
		(void)close(fd);
		return PIDFILE_UNUSABLE;
	}
	insist_on_trust(path, &w, &st, alone);
	n = S_ISREG(st.st_mode) ? read(fd, text, sizeof text) : -1;
	(void)close(fd);
	*written = st.st_mtim;
	*pid = n > 0 ? pidfile_parse(text, (size_t)n) : 0;
	if (*pid > 0)
		return PIDFILE_NAMES;
	ssd_warn("pidfile %s: %s, expected a process id", path,
	    !S_ISREG(st.st_mode) ? "not a regular file"
		: n < 0          ? "unreadable"
		: n == 0         ? "empty"
				 : "line 1: no number");
	return PIDFILE_UNUSABLE;
}

void
pidfile_write(const char *path)
{
	char text[16];
	int len = snprintf(text, sizeof text, "%d\n", (int)getpid());
	int fd = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC,
	    S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
	struct stat st;

	if (fd < 0 || fstat(fd, &st) < 0)
		ssd_fail("unable to open pidfile '%s' for writing (%s)", path, strerror(errno));
	if (S_ISCHR(st.st_mode) && st.st_rdev == NULL_DEVICE) {
		(void)close(fd);
		return;
	}
	/* With a second name it may be a file that somebody wants overwritten. */
	if (!S_ISREG(st.st_mode) || st.st_nlink > 1)
		ssd_fail("unable to write pidfile '%s': it is %s", path,
		    S_ISREG(st.st_mode) ? "a hard link" : "no regular file");
	/* First the new line, then the end: the file is never empty. */
	if (pwrite(fd, text, (size_t)len, 0) != len || ftruncate(fd, len) < 0)
		ssd_fail("unable to write pidfile '%s' (%s)", path, strerror(errno));
	/* The time of the last writing is looked at: also when it said the same before. */
	(void)futimens(fd, NULL);
	(void)close(fd);
}

void
pidfile_remove(const char *path)
{
	struct stat st;

	if (lstat(path, &st) == 0 && S_ISCHR(st.st_mode))
		return;
	if (unlink(path) < 0 && errno != ENOENT)
		ssd_warn("unable to remove pidfile '%s' (%s)", path, strerror(errno));
}
