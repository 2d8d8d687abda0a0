#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../xalloc.h"
#include "phase.h"

/* ---- links ---- */

static const char *
name_of(const char *link)
{
	bool numbered = isdigit((unsigned char)link[1]) && isdigit((unsigned char)link[2]) && link[3] != '\0';

	return link + (numbered ? 3 : 1);
}

/* -1: it has none of two digits, and so no equal. */
static int
number_of(const struct job *j)
{
	return j->name == j->link + 3 ? (j->link[1] - '0') * 10 + j->link[2] - '0' : -1;
}

static char *
join(const char *a, const char *b, const char *c, const char *d)
{
	size_t size = strlen(a) + strlen(b) + strlen(c) + strlen(d) + 1;
	char *whole = xrealloc(NULL, size);

	(void)snprintf(whole, size, "%s%s%s%s", a, b, c, d);
	return whole;
}

static char letter_wanted;

static int
has_letter(const struct dirent *e)
{
	return e->d_name[0] == letter_wanted && e->d_name[1] != '\0';
}

static int
by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* Call take() for each link of a level with that letter which leads to a file; in order. */
static void
each_link(const struct level *l, const char *level, char letter,
    void (*take)(int dir, const char *link, const struct stat *st, void *arg), void *arg)
{
	char *path = join(l->root, "/etc/rc", level, ".d");
	int dir = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), count;
	struct dirent **entry;
	struct stat st;

	letter_wanted = letter;
	count = dir >= 0 ? scandir(path, &entry, has_letter, by_bytes) : -1;
	if (count < 0 && errno != ENOENT)
		l->warn("%s: %s", path, strerror(errno));
	for (int i = 0; i < count; i++) {
		if (fstatat(dir, entry[i]->d_name, &st, 0) == 0 && S_ISREG(st.st_mode))
			take(dir, entry[i]->d_name, &st, arg);
		free(entry[i]);
	}
	if (count >= 0)
		free(entry);
	if (dir >= 0)
		(void)close(dir);
	free(path);
}

static void
take_name(int dir, const char *link, const struct stat *st, void *names)
{
	(void)dir;
	(void)st;
	names_add(names, name_of(link));
}

/* The names of what has such a link. */
static struct names
names_in(const struct level *l, const char *level, char letter)
{
	struct names n = { 0 };

	each_link(l, level, letter, take_name, &n);
	return n;
}

/* ---- which of them ---- */

struct farm_names {
	struct names level_stop, previous_stop, base_start;
};

static bool
is_end(const struct level *l)
{
	return strcmp(l->name, "0") == 0 || strcmp(l->name, "6") == 0;
}

/* The script says that it has been started. */
static bool
has_lock(const struct level *l, const char *name)
{
	char *lock = join(l->root, "/var/lock/subsys/", name, ".init");
	bool has = access(lock, F_OK) == 0;

	lock[strlen(lock) - strlen(".init")] = '\0';
	has |= access(lock, F_OK) == 0;
	free(lock);
	return has;
}

/* Why a K link is not run; NULL: it is. */
static const char *
stop_left_out(const struct level *l, const struct farm_names *f, const char *name)
{
	bool stopped = false;

	switch (l->skip) {
	case SKIP_NAMES: stopped = names_have(&f->previous_stop, name); break;
	case SKIP_LOCKS: stopped = !has_lock(l, name); break;
	case SKIP_CLASSIC:
	case SKIP_NONE: break;
	}
	return stopped ? "stopped" : NULL;
}

static const char *
start_left_out(const struct level *l, const struct farm_names *f, const struct history *h, const char *name)
{
	bool runs = false;

	if (is_end(l))
		return NULL;
	/* by the run that was killed? */
	if (names_have(&h->up, name))
		runs = !names_have(&f->level_stop, name);
	else if (!names_have(&h->down, name))
		switch (l->skip) {
		case SKIP_CLASSIC:
			runs = names_have(&f->base_start, name) && !names_have(&f->level_stop, name);
			break;
		case SKIP_NAMES: runs = names_have(&f->base_start, name); break;
		case SKIP_LOCKS: runs = has_lock(l, name); break;
		case SKIP_NONE: break;
		}
	return runs ? "running" : NULL;
}

struct reading {
	struct phase *p;
	const struct level *l;
	const struct history *h;
	struct farm_names farm;
	struct script_paths paths;
	char *dir;		/* of the links, without the root */
};

/* A .sh script may lack its x bit, for it may be read instead. */
static bool
is_runnable(int dir, const char *link, const struct stat *st, bool *by_shell)
{
	size_t n = strlen(link);

	if (st->st_mode & (S_IXUSR | S_IXGRP | S_IXOTH))
		return faccessat(dir, link, X_OK, AT_EACCESS) == 0;
	*by_shell = n > 3 && strcmp(link + n - 3, ".sh") == 0;
	return *by_shell && faccessat(dir, link, R_OK, AT_EACCESS) == 0;
}

/* The first word of X-Timeout, if it is a number. */
static unsigned
limit_of(const struct script *s, const struct level *l)
{
	struct span value = s->lsb.value[LSB_TIMEOUT], word;
	unsigned limit = 0;

	if (!lsb_has(&s->lsb, LSB_TIMEOUT) || !lsb_word(s->text, &value, &word))
		return l->timeout;
	for (uint32_t i = 0; i < word.len; i++) {
		unsigned digit = (unsigned)(s->text[word.at + i] - '0');

		if (digit > 9 || limit > (UINT32_MAX - digit) / 10) {
			l->warn("%s: X-Timeout: '%.*s' is not a number of seconds; not used", s->file,
			    SPAN_ARG(s->text, word));
			return l->timeout;
		}
		limit = limit * 10 + digit;
	}
	return limit;
}

static void
take_job(int dir, const char *link, const struct stat *st, void *arg)
{
	struct reading *r = arg;
	struct phase *p = r->p;
	struct job *j;
	const struct script *s;
	bool by_shell = false;

	if (!is_runnable(dir, link, st, &by_shell))
		return;
	p->job = xgrow(p->job, p->jobs, sizeof *p->job);
	j = &p->job[p->jobs++];
	*j = (struct job){ .link = xstrdup(link), .path = join(r->dir, "/", link, ""), .by_shell = by_shell };
	j->name = name_of(j->link);
	j->left_out = p->letter == 'K' ? stop_left_out(r->l, &r->farm, j->name)
				       : start_left_out(r->l, &r->farm, r->h, j->name);
	p->wanted += j->left_out == NULL;
	scripts_add(&p->scripts, dir, link, j->name, &r->paths, r->l->warn);
	s = &p->scripts.script[p->jobs - 1];
	j->at_hand = s->for_sh;
	j->interactive = script_interactive(s, &p->conf);
	j->limit = limit_of(s, r->l);
}

static const char *
action_of(const struct level *l, char letter)
{
	if (letter == 'K')
		return "stop";
	return is_end(l) ? l->shutdown_action : "start";
}

void
phase_read(struct phase *p, const struct level *l, const struct history *h, char letter)
{
	const char *base = h->base != NULL ? h->base : l->previous;
	struct reading r = { .p = p, .l = l, .h = h, .dir = join("/etc/rc", l->name, ".d", ""),
	    .farm = { .level_stop = names_in(l, l->name, 'K'), .previous_stop = names_in(l, l->previous, 'K'),
		.base_start = names_in(l, base, 'S') } };
	char *dir = join(l->root, r.dir, "", ""), *conf = join(l->root, "/etc/insserv.conf", "", "");
	char *overrides = join(l->root, "/etc/insserv/overrides", "", "");
	char *vendor = join(l->root, "/usr/share/insserv/overrides", "", "");

	*p = (struct phase){ .letter = letter, .action = action_of(l, letter) };
	r.paths = (struct script_paths){ .dir = dir, .overrides = access(overrides, F_OK) == 0 ? overrides : NULL,
	    .vendor_overrides = access(vendor, F_OK) == 0 ? vendor : NULL };
	conf_read(&p->conf, conf);
	each_link(l, l->name, letter, take_job, &r);
	names_free(&r.farm.level_stop);
	names_free(&r.farm.previous_stop);
	names_free(&r.farm.base_start);
	free(r.dir);
	free(dir);
	free(conf);
	free(overrides);
	free(vendor);
}

/* ---- in which order ---- */

/* Whose header it is that asks. */
static size_t
asker_of(const struct graph_edge *e)
{
	bool before = e->key == LSB_START_BEFORE || e->key == LSB_REQUIRED_STOP || e->key == LSB_SHOULD_STOP;

	return before ? e->before : e->after;
}

char *
phase_reason(const struct phase *p, const struct graph_edge *e)
{
	const char *asker = p->graph.node[asker_of(e)].name;
	char *text;
	size_t len;
	FILE *f;

	if (e->strength == GRAPH_PLACE)
		return xstrdup("the order of the links");
	f = open_memstream(&text, &len);
	if (f == NULL)
		abort();
	if (e->facility == NULL)
		(void)fprintf(f, "%s: $all", p->graph.node[p->letter == 'S' ? e->after : e->before].name);
	else
		(void)fprintf(f, "%s: %s: %s", asker, lsb_key_name((enum lsb_key)e->key), e->facility);
	(void)fclose(f);
	return text;
}

static const struct level *telling;

/* One line that names the loop, and what is left out. */
static void
tell_loop(void *arg, const struct graph_report *r)
{
	const struct phase *p = arg;
	char *names, *reason;
	size_t len;
	FILE *f;

	if (r->kind != GRAPH_LOOP)
		return;
	f = open_memstream(&names, &len);
	if (f == NULL)
		abort();
	for (size_t i = 0; i < r->count; i++)
		(void)fprintf(f, "%s before ", p->graph.node[r->path[i]].name);
	(void)fprintf(f, "%s", p->graph.node[r->path[0]].name);
	(void)fclose(f);
	reason = phase_reason(p, &p->graph.edge[r->edge]);
	telling->warn("loop: %s; left out: %s", names, reason);
	free(names);
	free(reason);
}

/* A header tells who comes before whom; without one, only its place among the links does. */
static bool
has_place_only(const struct script *s)
{
	return s->lsb.state != LSB_WHOLE;
}

/* What is not told by headers: a script without one comes after all links before it, and before all behind it. */
static void
order_by_place(struct phase *p)
{
	size_t from = 0;	/* the last such script, or the first one of all */

	for (size_t i = 0; i < p->jobs; i++) {
		/* one script by two links: never both at a time */
		for (size_t j = 0; j < i; j++)
			if (strcmp(p->job[j].name, p->job[i].name) == 0)
				graph_place(&p->graph, j, i);
		if (has_place_only(&p->scripts.script[i])) {
			for (size_t j = from; j < i; j++)
				graph_place(&p->graph, j, i);
			from = i;
		} else if (has_place_only(&p->scripts.script[from]))
			graph_place(&p->graph, from, i);
	}
}

/* Each number waits for the one before it; or each link does. */
static void
order_by_number(struct phase *p, bool one_by_one)
{
	size_t last = 0, first = 0;	/* the first ones of the last group, and of this one */

	for (size_t i = 0; i < p->jobs; i++) {
		int number = number_of(&p->job[i]);

		if (i > first && (one_by_one || number < 0 || number != number_of(&p->job[first]))) {
			last = first;
			first = i;
		}
		for (size_t j = last; j < first; j++)
			graph_place(&p->graph, j, i);
	}
}

void
phase_put_in_order(struct phase *p, const struct level *l)
{
	struct script_levels *levels = xrealloc(NULL, p->jobs * sizeof *levels);

	p->graph = (struct graph){ .report = tell_loop, .arg = p };
	p->passes = xrealloc(NULL, p->jobs * sizeof *p->passes);
	for (size_t i = 0; i < p->jobs; i++) {
		levels[i] = (struct script_levels){ 1, 1, SCRIPT_LINKED };
		p->passes[i] = p->job[i].left_out != NULL;
	}
	switch (l->order) {
	case ORDER_NEEDS:
		if (p->letter == 'S')
			scripts_graph_start(&p->graph, &p->scripts, &p->conf, levels);
		else
			scripts_graph_stop(&p->graph, &p->scripts, &p->conf, levels);
		order_by_place(p);
		break;
	case ORDER_NUMBER:
	case ORDER_ONE:
		for (size_t i = 0; i < p->jobs; i++)
			(void)graph_add(&p->graph, p->job[i].name, 1, p->job[i].interactive);
		order_by_number(p, l->order == ORDER_ONE);
		break;
	}
	telling = l;
	(void)graph_break_loops(&p->graph);
	free(levels);
}

void
phase_free(struct phase *p)
{
	for (size_t i = 0; i < p->jobs; i++) {
		free(p->job[i].link);
		free(p->job[i].path);
		free(p->job[i].file);
	}
	free(p->job);
	free(p->passes);
	graph_free(&p->graph);
	conf_free(&p->conf);
	scripts_free(&p->scripts);
	*p = (struct phase){ 0 };
}
