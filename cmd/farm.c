#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "farm.h"
#include "lsb.h"
#include "xalloc.h"

#define TARGET "../init.d/"
#define LOCK "/run/insserv.lock"	/* not readable for others, who could lock it, too */

/* ---- one at a time ---- */

void
farm_lock(const char *root, const char *name)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET }, other = whole;
	char *path = NULL;
	int fd;

	if (asprintf(&path, "%s%s", root != NULL ? root : "", LOCK) < 0)
		return;
	fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	free(path);
	if (fd < 0 || fcntl(fd, F_SETLK, &whole) == 0)
		return;
	if (fcntl(fd, F_GETLK, &other) == 0 && other.l_type != F_UNLCK)
		(void)fprintf(stderr, "%s: waiting for process %d, which changes links\n", name, (int)other.l_pid);
	while (fcntl(fd, F_SETLKW, &whole) < 0 && errno == EINTR)
		continue;
}

/* ---- what is there ---- */

static char *
path_of(const struct farm *f, unsigned level, const char *file)
{
	size_t size = strlen(f->base) + strlen(file) + sizeof "/rcN.d/";
	char *path = xrealloc(NULL, size);

	(void)snprintf(path, size, "%s/rc%c.d/%s", f->base, LSB_LEVELS[level], file);
	return path;
}

static int
fail(struct farm *f, unsigned level, const char *file, int error)
{
	f->failed = path_of(f, level, file);
	return -error;
}

static int
open_level(const struct farm *f, unsigned level)
{
	char *path = path_of(f, level, "");
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int error = errno;

	free(path);
	errno = error;
	return fd;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int
is_link_name(const struct dirent *e)
{
	const char *n = e->d_name;

	return (n[0] == 'S' || n[0] == 'K') && is_digit(n[1]) && is_digit(n[2]) && n[3] != '\0';
}

static int
by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static void
add_link(struct farm *f, int dir, unsigned level, const char *file)
{
	struct stat st;

	if (fstatat(dir, file, &st, AT_SYMLINK_NOFOLLOW) < 0)
		return;
	if (S_ISREG(st.st_mode)) {
		f->copy = xgrow(f->copy, f->copies, sizeof *f->copy);
		f->copy[f->copies++] = path_of(f, level, file);
	}
	if (!S_ISLNK(st.st_mode))
		return;
	f->link = xgrow(f->link, f->links, sizeof *f->link);
	f->link[f->links++] = (struct farm_link){ .level = level, .kind = file[0],
	    .number = (unsigned)(file[1] - '0') * 10 + (unsigned)(file[2] - '0'), .file = xstrdup(file),
	    .dangling = fstatat(dir, file, &st, 0) < 0 };
}

void
farm_tell_copies(const struct farm *f, const char *name, void (*say)(const char *fmt, ...))
{
	for (size_t i = 0; i < f->copies; i++)
		if (strcmp(strrchr(f->copy[i], '/') + 4, name) == 0)
			say("%s is no symbolic link: it is left as it is, and runs with its level", f->copy[i]);
}

/* By script, then level and kind. */
static int
by_script(const void *a, const void *b)
{
	const struct farm_link *x = a, *y = b;
	int order = strcmp(x->file + 3, y->file + 3);

	if (order == 0)
		order = (int)x->level - (int)y->level;
	return order != 0 ? order : strcmp(x->file, y->file);
}

int
farm_read(struct farm *f, const char *base)
{
	*f = (struct farm){ .base = xstrdup(base) };
	for (unsigned level = 0; level < FARM_LEVELS; level++) {
		struct dirent **names;
		int dir = open_level(f, level), n;
		char *path;

		f->missing[level] = dir < 0 && errno == ENOENT;
		if (dir < 0 && errno != ENOENT)
			return fail(f, level, "", errno);
		if (dir < 0)
			continue;
		path = path_of(f, level, "");
		n = scandir(path, &names, is_link_name, by_bytes);
		free(path);
		for (int i = 0; i < n; i++) {
			add_link(f, dir, level, names[i]->d_name);
			free(names[i]);
		}
		if (n >= 0)
			free(names);
		(void)close(dir);
	}
	if (f->links > 0)
		qsort(f->link, f->links, sizeof *f->link, by_script);
	return 0;
}

struct farm_link *
farm_first(const struct farm *f, const char *name)
{
	size_t low = 0, high = f->links;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(f->link[middle].file + 3, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < f->links && strcmp(f->link[low].file + 3, name) == 0 ? &f->link[low] : NULL;
}

struct farm_link *
farm_next(const struct farm *f, const struct farm_link *l)
{
	size_t next = (size_t)(l - f->link) + 1;

	return next < f->links && strcmp(f->link[next].file + 3, l->file + 3) == 0 ? &f->link[next] : NULL;
}

unsigned
farm_levels(const struct farm *f, const char *name, char kind)
{
	unsigned levels = 0;

	for (const struct farm_link *l = farm_first(f, name); l != NULL; l = farm_next(f, l))
		if (l->kind == kind)
			levels |= 1u << l->level;
	return levels;
}

void
farm_free(struct farm *f)
{
	for (size_t i = 0; i < f->links; i++)
		free(f->link[i].file);
	for (size_t i = 0; i < f->wishes; i++)
		free(f->wish[i].name);
	for (size_t i = 0; i < f->copies; i++)
		free(f->copy[i]);
	free(f->copy);
	free(f->link);
	free(f->wish);
	free(f->base);
	free(f->failed);
	*f = (struct farm){ 0 };
}

/* ---- what shall be ---- */

void
farm_want(struct farm *f, unsigned level, char kind, unsigned number, const char *name)
{
	for (struct farm_link *l = farm_first(f, name); l != NULL; l = farm_next(f, l))
		if (l->level == level && l->kind == kind && l->number == number) {
			l->kept = true;
			return;
		}
	f->wish = xgrow(f->wish, f->wishes, sizeof *f->wish);
	f->wish[f->wishes++] = (struct farm_wish){ level, kind, number, xstrdup(name) };
}

void
farm_drop(struct farm *f, const char *name)
{
	for (struct farm_link *l = farm_first(f, name); l != NULL; l = farm_next(f, l))
		l->gone = true;
}

/* ---- making it so ---- */

static int
make_directory(struct farm *f, unsigned level, bool dry, farm_say *say)
{
	char *path = path_of(f, level, "");
	int error = 0;

	say("mkdir", path, "");
	if (!dry && mkdir(path, 0755) < 0 && errno != EEXIST)
		error = errno;
	free(path);
	return error != 0 ? fail(f, level, "", error) : 0;
}

static bool
is_copy(const struct farm *f, const char *path)
{
	for (size_t i = 0; i < f->copies; i++)
		if (strcmp(f->copy[i], path) == 0)
			return true;
	return false;
}

static int
make_link(struct farm *f, int dir, const struct farm_wish *w, bool dry, farm_say *say)
{
	size_t size = strlen(w->name) + sizeof TARGET;
	char *target = xrealloc(NULL, size), *file = xrealloc(NULL, size + 4), *path;
	int error = 0;

	(void)snprintf(target, size, TARGET "%s", w->name);
	(void)snprintf(file, size + 4, "%c%02u%s", w->kind, w->number, w->name);
	path = path_of(f, w->level, file);
	say("create", path, target);
	if (!dry && symlinkat(target, dir, file) < 0 && !(errno == EEXIST && is_copy(f, path)))
		error = errno;
	if (error != 0)
		error = fail(f, w->level, file, error);
	free(path);
	free(file);
	free(target);
	return error;
}

static int
remove_link(struct farm *f, int dir, const struct farm_link *l, bool dry, farm_say *say)
{
	char *path = path_of(f, l->level, l->file);

	say("remove", path, "");
	free(path);
	if (!dry && unlinkat(dir, l->file, 0) < 0 && errno != ENOENT)
		return fail(f, l->level, l->file, errno);
	return 0;
}

static int
apply_level(struct farm *f, unsigned level, bool dry, farm_say *say)
{
	int dir = -1, error = 0;

	if (f->missing[level])
		error = make_directory(f, level, dry, say);
	if (error == 0 && !(dry && f->missing[level])) {
		dir = open_level(f, level);
		if (dir < 0)
			error = fail(f, level, "", errno);
	}
	for (size_t i = 0; i < f->wishes && error == 0; i++)
		if (f->wish[i].level == level)
			error = make_link(f, dir, &f->wish[i], dry, say);
	for (size_t i = 0; i < f->links && error == 0; i++)
		if (f->link[i].level == level && f->link[i].gone && !f->link[i].kept)
			error = remove_link(f, dir, &f->link[i], dry, say);
	if (dir >= 0)
		(void)close(dir);
	return error;
}

int
farm_apply(struct farm *f, bool dry, farm_say *say)
{
	int error = 0;

	for (unsigned level = 0; level < FARM_LEVELS && error == 0; level++)
		error = apply_level(f, level, dry, say);
	return error;
}
