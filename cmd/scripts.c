#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scripts.h"
#include "xalloc.h"

/* What editors and packages leave: endings, from a dot on; ".dpkg*" has more behind it. */
static const char *const leftover_parts[] = { ".dpkg", ".ucf", ".rpm", ".ba" };
static const char *const leftover_ends[] = { ".old", ".new", ".org", ".orig", ".save", ".swp", ".core", "~" };
static const char *const never_starts[] = { "README", "Makefile", "skeleton", "powerfail" };
static const char *const never_names[] = { "core", "rx", "rc", "rcS" };
static const char bad_first[] = "$.#%_+-\\*[]^:()~";

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- files ---- */

/* The whole file with a NUL behind it, to be freed; NULL and errno. */
static char *
read_file(int dir, const char *name, size_t *len, struct stat *st)
{
	int fd = openat(dir, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	char *text = NULL;
	ssize_t n = 1;

	*len = 0;
	if (fd < 0)
		return NULL;
	if (fstat(fd, st) < 0 || (!S_ISREG(st->st_mode) && (errno = EINVAL)) ||
	    (st->st_size >= UINT32_MAX && (errno = EFBIG))) {
		int error = errno;

		(void)close(fd);
		errno = error;
		return NULL;
	}
	text = xrealloc(NULL, (size_t)st->st_size + 1);
	while (*len < (size_t)st->st_size && n > 0) {
		n = read(fd, text + *len, (size_t)st->st_size - *len);
		*len += n > 0 ? (size_t)n : 0;
	}
	(void)close(fd);
	text[*len] = '\0';
	return text;
}

/* Take a line off a text, ended in place; NULL at its end. */
static char *
next_line(char **text)
{
	char *line = *text, *end;

	if (line == NULL || *line == '\0')
		return NULL;
	end = strchr(line, '\n');
	if (end != NULL)
		*end++ = '\0';
	*text = end;
	return line;
}

static bool
ends_with(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n > m && strcmp(name + n - m, end) == 0;
}

static bool
is_leftover(const char *name)
{
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; i < COUNT(leftover_ends); i++)
		if (ends_with(name, leftover_ends[i]))
			return true;
	for (size_t i = 0; i < COUNT(leftover_parts); i++)
		if (dot != NULL && strncmp(dot, leftover_parts[i], strlen(leftover_parts[i])) == 0)
			return true;
	return false;
}

static bool
is_filtered(const char *name, const char *filters)
{
	char *copy = xstrdup(filters), *rest = copy, *line;
	const char *dot = strrchr(name, '.');
	bool found = false;

	while (dot != NULL && !found && (line = next_line(&rest)) != NULL) {
		line += *line == '.';
		found = *line != '\0' && *line != '#' && strcmp(dot + 1, line) == 0;
	}
	free(copy);
	return found;
}

static bool
is_script_name(const char *name, const char *filters)
{
	if (strchr(bad_first, *name) != NULL || is_leftover(name))
		return false;
	for (size_t i = 0; i < COUNT(never_starts); i++)
		if (strncmp(name, never_starts[i], strlen(never_starts[i])) == 0)
			return false;
	for (size_t i = 0; i < COUNT(never_names); i++)
		if (strcmp(name, never_names[i]) == 0)
			return false;
	return filters == NULL || !is_filtered(name, filters);
}

/* ---- scripts ---- */

/* A link to another file of the same directory is another name of that script. */
static bool
is_alias(int dir, const char *name, unsigned char type)
{
	char target[4096];
	ssize_t n;

	if (type != DT_LNK && type != DT_UNKNOWN)
		return false;
	n = readlinkat(dir, name, target, sizeof target);
	return n > 0 && memchr(target, '/', (size_t)n) == NULL;
}

static char *
path_in(const char *dir, const char *name)
{
	size_t size = strlen(dir) + strlen(name) + 2;
	char *path = xrealloc(NULL, size);

	(void)snprintf(path, size, "%s/%s", dir, name);
	return path;
}

/* The header of a file in an override directory, unless it has no end. */
static bool
take_override(struct script *s, const char *dir)
{
	struct stat st;
	struct lsb lsb;
	size_t len;
	char *file, *text;

	if (dir == NULL)
		return false;
	file = path_in(dir, s->name);
	text = read_file(AT_FDCWD, file, &len, &st);
	if (text != NULL)
		lsb_parse(&lsb, text, len);
	if (text == NULL || (lsb.state != LSB_WHOLE && !lsb.has_chkconfig)) {
		free(text);
		free(file);
		return false;
	}
	free(s->text);
	free(s->file);
	s->text = text;
	s->file = file;
	s->lsb = lsb;
	return true;
}

/* A script for openrc-run tells its needs elsewhere; without a header it is taken for a daemon like most. */
static void
take_openrc_defaults(struct script *s)
{
	static const char header[] =
		"### BEGIN INIT INFO\n"
		"# Provides: %s\n"
		"# Required-Start: $remote_fs $syslog\n"
		"# Required-Stop: $remote_fs $syslog\n"
		"# Default-Start: 2 3 4 5\n"
		"# Default-Stop: 0 1 6\n"
		"### END INIT INFO\n";
	size_t size = sizeof header + strlen(s->name);

	s->text = xrealloc(s->text, size);
	(void)snprintf(s->text, size, header, s->name);
	lsb_parse(&s->lsb, s->text, strlen(s->text));
}

static bool
starts_for_sh(const char *text)
{
	static const char line[] = "#!/bin/sh";

	return strncmp(text, line, sizeof line - 1) == 0 && strchr(" \n", text[sizeof line - 1]) != NULL;
}

/* The text of a file, or none, becomes a script. */
static void
add_script(struct scripts *s, const char *dir, const char *file, const char *name, char *text, size_t len,
    bool executable, const struct script_paths *p)
{
	struct script *new;

	s->script = xgrow(s->script, s->count, sizeof *s->script);
	new = &s->script[s->count++];
	*new = (struct script){ .name = xstrdup(name), .text = text, .file = path_in(dir, file),
	    .executable = executable, .for_sh = starts_for_sh(text) };
	lsb_parse(&new->lsb, text, len);
	if (!take_override(new, p->overrides))
		(void)take_override(new, p->vendor_overrides);
	if (new->lsb.openrc && new->lsb.state == LSB_MISSING)
		take_openrc_defaults(new);
}

static bool
is_executable(const struct stat *st)
{
	return (st->st_mode & (S_IXUSR | S_IXGRP | S_IXOTH)) != 0;
}

static void
add_file(struct scripts *s, int dir, const char *name, const struct script_paths *p, script_warn *warn)
{
	struct stat st;
	size_t len;
	char *text = read_file(dir, name, &len, &st);

	if (text != NULL)
		add_script(s, p->dir, name, name, text, len, is_executable(&st), p);
	else if (errno != EINVAL)	/* a directory or a device is no script */
		warn("%s/%s: %s", p->dir, name, strerror(errno));
}

void
scripts_add(struct scripts *s, int dir, const char *link, const char *name, const struct script_paths *p,
    script_warn *warn)
{
	struct stat st = { 0 };
	size_t len;
	char *text = read_file(dir, link, &len, &st);

	if (text == NULL) {
		warn("%s/%s: %s", p->dir, link, strerror(errno));
		text = xstrdup("");
	}
	add_script(s, p->dir, link, name, text, len, is_executable(&st), p);
}

bool
scripts_read_one(struct script *s, const char *path)
{
	struct stat st;
	size_t len;

	*s = (struct script){ .text = read_file(AT_FDCWD, path, &len, &st) };
	if (s->text == NULL)
		return false;
	lsb_parse(&s->lsb, s->text, len);
	return true;
}

static const struct scripts *sorting;

static int
by_name(const void *a, const void *b)
{
	return strcmp(sorting->script[*(const size_t *)a].name, sorting->script[*(const size_t *)b].name);
}

int
scripts_read(struct scripts *s, const struct script_paths *p, script_warn *warn)
{
	DIR *d = opendir(p->dir);
	struct dirent *e;
	struct stat st;
	size_t len;
	char *filters;

	*s = (struct scripts){ 0 };
	if (d == NULL)
		return -errno;
	filters = p->filters != NULL ? read_file(AT_FDCWD, p->filters, &len, &st) : NULL;
	while ((e = readdir(d)) != NULL)
		if (is_script_name(e->d_name, filters) && !is_alias(dirfd(d), e->d_name, e->d_type))
			add_file(s, dirfd(d), e->d_name, p, warn);
	(void)closedir(d);
	free(filters);
	s->by_name = xrealloc(NULL, s->count * sizeof *s->by_name);
	for (size_t i = 0; i < s->count; i++)
		s->by_name[i] = i;
	sorting = s;
	qsort(s->by_name, s->count, sizeof *s->by_name, by_name);
	return 0;
}

struct script *
scripts_find(const struct scripts *s, const char *name)
{
	size_t low = 0, high = s->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		struct script *at = &s->script[s->by_name[middle]];
		int order = strcmp(name, at->name);

		if (order == 0)
			return at;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

unsigned
script_start_levels(const struct script *s)
{
	return lsb_levels(s->text, s->lsb.value[LSB_DEFAULT_START]);
}

unsigned
script_stop_levels(const struct script *s)
{
	return lsb_levels(s->text, s->lsb.value[LSB_DEFAULT_STOP]);
}

void
scripts_free(struct scripts *s)
{
	for (size_t i = 0; i < s->count; i++) {
		free(s->script[i].name);
		free(s->script[i].text);
		free(s->script[i].file);
	}
	free(s->script);
	free(s->by_name);
	*s = (struct scripts){ 0 };
}

/* ---- insserv.conf ---- */

static void
add_conf_word(struct conf *c, const char *name, const char *member)
{
	c->word = xgrow(c->word, c->count, sizeof *c->word);
	c->word[c->count++] = (struct conf_word){ xstrdup(name), member != NULL ? xstrdup(member) : NULL };
}

static void
read_conf_file(struct conf *c, int dir, const char *path)
{
	static const char blanks[] = " \t\r,;";
	struct stat st;
	size_t len;
	char *text = read_file(dir, path, &len, &st), *rest = text, *line;

	while ((line = next_line(&rest)) != NULL) {
		char *save, *name = strtok_r(line, blanks, &save), *member;

		if (name == NULL || (*name != '$' && strcmp(name, "<interactive>") != 0))
			continue;
		if (*name == '$')
			add_conf_word(c, name, NULL);	/* it is defined, if by nothing */
		while ((member = strtok_r(NULL, blanks, &save)) != NULL && *member != '#')
			add_conf_word(c, name, member);
	}
	free(text);
}

static int
is_conf_name(const struct dirent *e)
{
	return strchr(bad_first, *e->d_name) == NULL && !is_leftover(e->d_name);
}

static int
by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

void
conf_read(struct conf *c, const char *path)
{
	char dir[4096];
	struct dirent **names;
	int n, fd;

	*c = (struct conf){ 0 };
	read_conf_file(c, AT_FDCWD, path);
	if (snprintf(dir, sizeof dir, "%s.d", path) >= (int)sizeof dir)
		return;
	fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return;
	n = scandir(dir, &names, is_conf_name, by_bytes);
	for (int i = 0; i < n; i++) {
		read_conf_file(c, fd, names[i]->d_name);
		free(names[i]);
	}
	if (n >= 0)
		free(names);
	(void)close(fd);
}

static bool
is_interactive(const struct conf *c, const char *facility)
{
	for (size_t i = 0; i < c->count; i++)
		if (*c->word[i].name == '<' && strcmp(c->word[i].member, facility) == 0)
			return true;
	return false;
}

void
conf_free(struct conf *c)
{
	for (size_t i = 0; i < c->count; i++) {
		free(c->word[i].name);
		free(c->word[i].member);
	}
	free(c->word);
	*c = (struct conf){ 0 };
}

/* ---- from headers to graphs ---- */

/* Call take() for each word of a list, as a string. */
static void
each_word(struct graph *g, const struct script *s, size_t node, enum lsb_key key,
    void (*take)(struct graph *g, size_t node, const char *word, void *arg), void *arg)
{
	struct span list = s->lsb.value[key], word;

	g->key = (int)key;
	while (lsb_word(s->text, &list, &word)) {
		char *name = xstrndup(s->text + word.at, word.len);

		take(g, node, name, arg);
		free(name);
	}
}

static void
provide(struct graph *g, size_t node, const char *word, void *arg)
{
	(void)arg;
	if (*word != '$' && strchr(word, '#') == NULL)
		(void)graph_provide(g, node, word);
}

struct relation {
	enum graph_strength strength;
	bool after;
	bool *all;	/* whose list has $all */
};

static void
relate(struct graph *g, size_t node, const char *word, void *arg)
{
	const struct relation *r = arg;

	if (strcmp(word, "$all") == 0) {
		if (r->all != NULL)
			r->all[node] = true;
	} else if (r->after)
		graph_after(g, node, word, r->strength);
	else
		graph_before(g, node, word, r->strength);
}

bool
script_interactive(const struct script *s, const struct conf *c)
{
	struct span list = s->lsb.value[LSB_PROVIDES], word;

	if (s->lsb.value[LSB_INTERACTIVE].len == 4 &&
	    strncasecmp(s->text + s->lsb.value[LSB_INTERACTIVE].at, "true", 4) == 0)
		return true;
	while (lsb_word(s->text, &list, &word)) {
		char *name = xstrndup(s->text + word.at, word.len);
		bool is = is_interactive(c, name);

		free(name);
		if (is)
			return true;
	}
	return false;
}

static void
add_nodes(struct graph *g, const struct scripts *s, const struct conf *c, const struct script_levels *levels,
    bool start)
{
	for (size_t i = 0; i < c->count; i++)
		if (*c->word[i].name == '$')
			graph_define(g, c->word[i].name, c->word[i].member);
	for (size_t i = 0; i < s->count; i++) {
		const struct script *script = &s->script[i];

		(void)graph_add(g, script->name, start ? levels[i].start : levels[i].stop,
		    start && script_interactive(script, c));
	}
	/* Of two that provide the same, the more important one has it. */
	for (unsigned importance = SCRIPT_LINKED + 1; importance-- > 0;)
		for (size_t i = 0; i < s->count; i++) {
			const struct script *script = &s->script[i];

			if (levels[i].importance != importance)
				continue;
			each_word(g, script, i, LSB_PROVIDES, provide, NULL);
			if (!lsb_has(&script->lsb, LSB_PROVIDES))
				(void)graph_provide(g, i, script->name);
		}
}

void
scripts_graph_start(struct graph *g, const struct scripts *s, const struct conf *c,
    const struct script_levels *levels)
{
	bool *last = xrealloc(NULL, s->count * sizeof *last);
	struct relation required = { GRAPH_REQUIRED, true, last }, should = { GRAPH_SHOULD, true, last };
	struct relation before = { GRAPH_SHOULD, false, NULL };

	memset(last, 0, s->count * sizeof *last);
	add_nodes(g, s, c, levels, true);
	for (size_t i = 0; i < s->count; i++) {
		each_word(g, &s->script[i], i, LSB_REQUIRED_START, relate, &required);
		each_word(g, &s->script[i], i, LSB_SHOULD_START, relate, &should);
		each_word(g, &s->script[i], i, LSB_START_BEFORE, relate, &before);
	}
	graph_after_all(g, last);
	free(last);
}

void
scripts_graph_stop(struct graph *g, const struct scripts *s, const struct conf *c,
    const struct script_levels *levels)
{
	bool *first = xrealloc(NULL, s->count * sizeof *first);
	struct relation required = { GRAPH_REQUIRED, false, first }, should = { GRAPH_SHOULD, false, first };
	struct relation after = { GRAPH_SHOULD, true, NULL };

	memset(first, 0, s->count * sizeof *first);
	add_nodes(g, s, c, levels, false);
	for (size_t i = 0; i < s->count; i++) {
		each_word(g, &s->script[i], i, LSB_REQUIRED_STOP, relate, &required);
		each_word(g, &s->script[i], i, LSB_SHOULD_STOP, relate, &should);
		each_word(g, &s->script[i], i, LSB_STOP_AFTER, relate, &after);
	}
	graph_before_all(g, first);
	free(first);
}
