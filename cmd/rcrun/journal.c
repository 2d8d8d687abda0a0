#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "../xalloc.h"
#include "journal.h"

#define PLACE "/run/rc"
#define PLACE_EARLY "/dev/.rc"
#define FILE_FLAGS (O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC)

usec_t
journal_now(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_BOOTTIME, &t) < 0)
		(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (usec_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* ---- places ---- */

static bool
open_in(struct journal *j, const char *path)
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

bool
journal_open(struct journal *j)
{
	*j = (struct journal){ .dir = -1, .file = -1 };
	return open_in(j, PLACE) || open_in(j, PLACE_EARLY);
}

int
journal_log(const struct journal *j, const char *name)
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
journal_keep_log(const struct journal *j, const char *name, int log)
{
	int fresh = journal_log(j, name);

	if (fresh < 0)
		return;
	copy(log, fresh);
	(void)close(fresh);
}

/* All logs of the old place; if it was only for the time being, they and it go. */
static void
move_logs(const struct journal *old, const struct journal *new, bool remove)
{
	int dir = openat(old->dir, "log", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = dir >= 0 ? fdopendir(dir) : NULL;
	struct dirent *e;

	while (d != NULL && (e = readdir(d)) != NULL) {
		int log = *e->d_name != '.' ? openat(dir, e->d_name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) : -1;

		if (log < 0)
			continue;
		journal_keep_log(new, e->d_name, log);
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
journal_move(struct journal *j)
{
	bool early = j->path != NULL && strcmp(j->path, PLACE_EARLY) == 0;
	struct journal new;

	if (j->path != NULL && !early && access(PLACE "/journal", F_OK) == 0)
		return;
	if (!open_in(&new, PLACE))
		return;
	if (j->path != NULL) {
		(void)ftruncate(new.file, 0);
		copy(j->file, new.file);
		move_logs(j, &new, early);
		(void)close(j->dir);
		(void)close(j->file);
	}
	*j = new;
}

/* ---- lines ---- */

char *
journal_escape(const char *name)
{
	char *text = xrealloc(NULL, 4 * strlen(name) + 1), *end = text;

	for (; *name != '\0'; name++)
		if ((unsigned char)*name <= ' ' || *name == '\\' || *name == ',' || *name == 0x7f)
			end += sprintf(end, "\\%03o", (unsigned)(unsigned char)*name);
		else
			*end++ = *name;
	*end = '\0';
	return text;
}

/* In place: the text only becomes shorter. */
static char *
unescape(char *text)
{
	char *to = text;

	for (const char *from = text; *from != '\0'; to++) {
		unsigned byte;

		if (*from == '\\' && strspn(from + 1, "01234567") >= 3 && sscanf(from + 1, "%3o", &byte) == 1) {
			*to = (char)byte;
			from += 4;
		} else
			*to = *from++;
	}
	*to = '\0';
	return text;
}

void
journal_write(const struct journal *j, const char *fmt, ...)
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
	n = asprintf(&line, "%lld %s\n", (long long)journal_now(), words);
	free(words);
	if (n < 0)
		return;
	/* A disk that is full takes no line: nothing can be done about it. */
	(void)write(j->file, line, (size_t)n);
	free(line);
}

/* The whole journal, to be freed. */
static char *
read_all(const struct journal *j)
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

/* What the lines up to now come to. */
struct story {
	struct history h;
	bool open;	/* the last run has not come to its end */
	usec_t last;	/* the time of the last line */
};

static void
tell_level(struct story *s, char *level, const char *previous)
{
	if (!s->open) {
		history_free(&s->h);
		s->h.base = xstrdup(previous);
	}
	free(s->h.level);
	s->h.level = xstrdup(level);
	s->open = true;
}

static void
tell_start(struct story *s, char *name, const char *action)
{
	(void)unescape(name);
	names_drop(&s->h.up, name);
	names_drop(&s->h.down, name);
	names_add(strcmp(action, "start") == 0 ? &s->h.up : &s->h.down, name);
}

/* Lines that are cut short or unknown are passed over. */
static void
tell_line(struct story *s, char *line)
{
	char *save, *end, *time = strtok_r(line, " ", &save), *word = strtok_r(NULL, " ", &save);
	char *first = strtok_r(NULL, " ", &save), *second = strtok_r(NULL, " ", &save);
	usec_t at;

	if (word == NULL || first == NULL)
		return;
	at = strtoll(time, &end, 10);
	if (*end != '\0')
		return;
	s->last = at;
	if (strcmp(word, "level") == 0 && second != NULL)
		tell_level(s, unescape(first), unescape(second));
	else if (strcmp(word, "start") == 0 && second != NULL)
		tell_start(s, first, second);
	else if (strcmp(word, "done") == 0)
		s->open = false;
}

/* Read the journal; its end is the end of the last whole line. */
static struct story
read_story(const struct journal *j)
{
	char *text = read_all(j), *line = text, *end;
	struct story s = { 0 };

	for (; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		*end = '\0';
		tell_line(&s, line);
	}
	free(text);
	return s;
}

/* The journal of another boot: time begins anew, or it is what init runs first. */
static bool
is_old(const struct story *s, const struct level *l)
{
	return s->last > journal_now() || (strcmp(l->name, "S") == 0 && strcmp(l->previous, "N") == 0 &&
	    (!s->open || s->h.level == NULL || strcmp(s->h.level, "S") != 0));
}

void
journal_history(const struct journal *j, const struct level *l, struct history *h)
{
	struct story s = read_story(j);

	*h = (struct history){ 0 };
	if (s.open && !is_old(&s, l))
		*h = s.h;
	else
		history_free(&s.h);
}

void
journal_begin(const struct journal *j, const struct level *l)
{
	struct story s = read_story(j);
	char *level = journal_escape(l->name), *previous = journal_escape(l->previous);

	if (j->file >= 0 && (s.last == 0 || is_old(&s, l)))
		(void)ftruncate(j->file, 0);
	history_free(&s.h);
	journal_write(j, "level %s %s", level, previous);
	free(level);
	free(previous);
}

void
history_free(struct history *h)
{
	free(h->level);
	free(h->base);
	names_free(&h->up);
	names_free(&h->down);
	*h = (struct history){ 0 };
}
