#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "../xalloc.h"
#include "record.h"

#define PLACE "/run/rc"
#define PLACE_EARLY "/dev/.rc"
#define FILE_FLAGS (O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC)

usec_t
record_now(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_BOOTTIME, &t) < 0)
		(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (usec_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* ---- places ---- */

static bool
open_in(struct record *j, const char *path)
{
	(void)mkdir(path, 0755);
	j->dir = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (j->dir < 0)
		return false;
	(void)mkdirat(j->dir, "log", 0755);
	j->file = openat(j->dir, "journal", FILE_FLAGS, 0644);
	if (j->file >= 0) {
		j->path = path;
		return true;
	}
	(void)close(j->dir);
	j->dir = -1;
	return false;
}

void
record_open(struct record *j)
{
	*j = (struct record){ .dir = -1, .file = -1 };
	if (open_in(j, PLACE) || open_in(j, PLACE_EARLY))
		return;
	j->file = memfd_create("journal", MFD_CLOEXEC);
}

int
record_log(const struct record *j, const char *name)
{
	char path[NAME_MAX + sizeof "log/"];

	if (j->dir < 0)
		return -1;
	(void)snprintf(path, sizeof path, "log/%s", name);
	return openat(j->dir, path, FILE_FLAGS | O_TRUNC, 0644);
}

static void
copy(int from, int to)
{
	char part[4096];
	ssize_t n;

	for (off_t at = 0; (n = pread(from, part, sizeof part, at)) > 0; at += n)
		if (write(to, part, (size_t)n) != n)
			return;
}

void
record_keep_log(const struct record *j, const char *name, int log)
{
	int fresh = record_log(j, name);

	if (fresh < 0)
		return;
	copy(log, fresh);
	(void)close(fresh);
}

/* All logs of the old place; if it was only for the time being, they and it go. */
static void
move_logs(const struct record *old, const struct record *new, bool remove)
{
	int dir = openat(old->dir, "log", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = dir >= 0 ? fdopendir(dir) : NULL;
	struct dirent *e;

	while (d != NULL && (e = readdir(d)) != NULL) {
		int log = *e->d_name != '.' ? openat(dir, e->d_name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) : -1;

		if (log < 0)
			continue;
		record_keep_log(new, e->d_name, log);
		(void)close(log);
		if (remove)
			(void)unlinkat(dir, e->d_name, 0);
	}
	if (d != NULL)
		(void)closedir(d);
	if (remove) {
		(void)unlinkat(old->dir, "log", AT_REMOVEDIR);
		(void)unlinkat(old->dir, "journal", 0);
		(void)rmdir(old->path);
	}
}

void
record_move(struct record *j)
{
	bool early = j->path != NULL && strcmp(j->path, PLACE_EARLY) == 0;
	struct record new;

	if (j->path != NULL && !early && access(PLACE "/journal", F_OK) == 0)
		return;
	if (!open_in(&new, PLACE))
		return;
	(void)ftruncate(new.file, 0);
	copy(j->file, new.file);
	if (j->dir >= 0) {
		move_logs(j, &new, early);
		(void)close(j->dir);
	}
	if (j->file >= 0)
		(void)close(j->file);
	*j = new;
}

/* ---- lines ---- */

void
record_write(const struct record *j, const char *fmt, ...)
{
	char *words, *line;
	va_list ap;
	int n;

	if (j->file < 0)
		return;
	va_start(ap, fmt);
	n = vasprintf(&words, fmt, ap);
	va_end(ap);
	if (n < 0)
		return;
	n = asprintf(&line, "%lld %s\n", (long long)record_now(), words);
	free(words);
	if (n < 0)
		return;
	/* A disk that is full takes no line: nothing can be done about it. */
	(void)write(j->file, line, (size_t)n);
	free(line);
}

/* The whole journal, to be freed. */
static char *
read_all(const struct record *j)
{
	struct stat st;
	char *text;
	ssize_t n = 0;

	if (j->file < 0 || fstat(j->file, &st) < 0)
		return xstrdup("");
	text = xrealloc(NULL, (size_t)st.st_size + 1);
	for (off_t at = 0; at < st.st_size; at += n) {
		n = pread(j->file, text + at, (size_t)(st.st_size - at), at);
		if (n <= 0) {
			st.st_size = at;
			break;
		}
	}
	text[st.st_size] = '\0';
	return text;
}

/* What it tells. */
static struct story
read_story(const struct record *j)
{
	char *text = read_all(j);
	struct story s = story_read(text);

	free(text);
	return s;
}

/* The journal of another boot: time begins anew, or it is what init runs first. */
static bool
is_old(const struct story *s, const struct level *l)
{
	return s->last > record_now() || (strcmp(l->name, "S") == 0 && strcmp(l->previous, "N") == 0 &&
	    (!s->open || s->h.level == NULL || strcmp(s->h.level, "S") != 0));
}

void
record_history(const struct record *j, const struct level *l, struct history *h)
{
	struct story s = read_story(j);

	*h = (struct history){ 0 };
	if (s.open && !is_old(&s, l))
		*h = s.h;
	else
		history_free(&s.h);
}

void
record_begin(const struct record *j, const struct level *l)
{
	struct story s = read_story(j);
	char *level = journal_escape(l->name), *previous = journal_escape(l->previous);

	if (j->file >= 0 && (s.last == 0 || is_old(&s, l)))
		(void)ftruncate(j->file, 0);
	history_free(&s.h);
	record_write(j, "level %s %s", level, previous);
	free(level);
	free(previous);
}
