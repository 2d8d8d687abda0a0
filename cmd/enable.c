#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "depend.h"
#include "enable.h"
#include "farm.h"
#include "scripts.h"
#include "xalloc.h"

#define DIR_SCRIPTS "/etc/init.d"
#define FILE_CONF "/etc/insserv.conf"
#define DIR_OVERRIDES "/etc/insserv/overrides"
#define DIR_VENDOR_OVERRIDES "/usr/share/insserv/overrides"
#define FILE_FILTERS "/etc/insserv/file-filters"

/* What is known of script n, beside its header. */
struct state {
	bool named;		/* on the command line */
	size_t rank;		/* the named come first, as they are named; then the directory's order */
	size_t place;		/* in a list that is being sorted */
	bool enabled;		/* has links, or will have */
	bool had_links;
	bool left_out;		/* not executable, or its header is broken */
	bool has_start, has_stop;	/* ,start= and ,stop= */
	unsigned want_start, want_stop;	/* their levels */
};

static struct {
	const struct enable *e;
	struct scripts scripts;
	struct conf conf;
	struct farm farm;
	struct state *state;
	struct script_levels *levels;
	struct graph start, stop;
	bool loops;
} run;

/* ---- messages ---- */

static void say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
static void warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
static int give_up(void);

static void
vsay(const char *fmt, va_list ap)
{
	(void)fputs("insserv: ", stderr);
	(void)vfprintf(stderr, fmt, ap);
	(void)fputc('\n', stderr);
}

static void
say(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsay(fmt, ap);
	va_end(ap);
}

static void
warn(const char *fmt, ...)
{
	va_list ap;

	if (run.e->silent)
		return;
	va_start(ap, fmt);
	vsay(fmt, ap);
	va_end(ap);
}

static int
give_up(void)
{
	say("exiting now!");
	return 1;
}

/* "2 3 4 5" in a buffer of the caller. */
static const char *
level_text(unsigned levels, char *text)
{
	char *end = text;

	for (unsigned i = 0; i < FARM_LEVELS; i++)
		if (levels >> i & 1) {
			if (end > text)
				*end++ = ' ';
			*end++ = LSB_LEVELS[i];
		}
	*end = '\0';
	return text;
}
#define LEVEL_TEXT(levels) level_text(levels, (char[2 * FARM_LEVELS + 1]){ 0 })

/* ---- the headers ---- */

static void
tell_doubt(const struct lsb_doubt *d, void *arg)
{
	const struct script *s = arg;

	switch (d->kind) {
	case LSB_UNKNOWN_KEYWORD:
		warn("%s:%u:%u: unknown keyword \"%.*s\"; did you mean \"%s\"?", s->file, d->line, d->column,
		    SPAN_ARG(s->text, d->word), d->meant);
		break;
	case LSB_NO_LEVEL:
		warn("%s:%u:%u: no runlevel: \"%.*s\"; expected are 0 to 6 and S, with blanks between them", s->file,
		    d->line, d->column, SPAN_ARG(s->text, d->word));
		break;
	}
}

static bool
check_header(const struct script *s, struct state *state)
{
	static const char *const column[] = { "Provides:'      ", "Required-Start:'", "Required-Stop:' ",
		"Default-Start:' ", "Default-Stop:'  " };

	if (s->lsb.state == LSB_BROKEN) {
		say("%sscript %s is broken: missing end of LSB comment.", run.e->force ? "" : "FATAL: ", s->name);
		say("%s:%u: no line with \"### END INIT INFO\" behind this one; the script is left out", s->file,
		    s->lsb.begin);
		state->left_out = true;
		return run.e->force;
	}
	if (s->lsb.state == LSB_MISSING) {
		warn("warning: script '%s' missing LSB tags", s->name);
	} else if ((s->lsb.keys & ((1u << LSB_NEEDED_KEYS) - 1)) != (1u << LSB_NEEDED_KEYS) - 1) {
		warn("script %s is broken: incomplete LSB comment.", s->name);
		for (unsigned key = 0; key < LSB_NEEDED_KEYS; key++)
			if (!lsb_has(&s->lsb, (enum lsb_key)key))
				warn("missing `%s entry: please add even if empty.", column[key]);
	}
	/* of others it has been told when they were enabled */
	if ((state->named && !run.e->remove) || run.e->count == 0)
		lsb_doubts(&s->lsb, s->text, strlen(s->text), tell_doubt, (void *)(uintptr_t)s);
	if ((script_start_levels(s) & script_stop_levels(s)) != 0)
		warn("Script `%s' has overlapping Default-Start and Default-Stop runlevels (%s) and (%s). "
		    "This should be fixed.", s->name, LEVEL_TEXT(script_start_levels(s)),
		    LEVEL_TEXT(script_stop_levels(s)));
	return true;
}

static bool
check_headers(void)
{
	bool good = true;

	for (size_t i = 0; i < run.scripts.count; i++)
		good &= check_header(&run.scripts.script[i], &run.state[i]);
	return good;
}

/* Nothing says when it starts or stops, neither its header nor its links. */
static void
warn_undefined(void)
{
	for (size_t i = 0; i < run.scripts.count; i++) {
		const struct script *s = &run.scripts.script[i];

		if (run.levels[i].start == 0 && !lsb_has(&s->lsb, LSB_DEFAULT_START))
			warn("Default-Start undefined, assuming empty start runlevel(s) for script `%s'", s->name);
		if (run.levels[i].stop == 0 && !lsb_has(&s->lsb, LSB_DEFAULT_STOP))
			warn("Default-Stop  undefined, assuming empty stop runlevel(s) for script `%s'", s->name);
	}
}

/* ---- the command line ---- */

static bool
is_directory(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* SCRIPT,start=2,3,stop=0: the name ends at its first comma; levels are those up to the next word. */
static void
take_levels(char *name, struct state *state)
{
	unsigned *to = NULL;
	char *save, *word = strtok_r(name, ",", &save);

	while ((word = strtok_r(NULL, ",", &save)) != NULL) {
		if (strncmp(word, "start=", 6) == 0) {
			state->has_start = true;
			to = &state->want_start;
			word += 6;
		} else if (strncmp(word, "stop=", 5) == 0) {
			state->has_stop = true;
			to = &state->want_stop;
			word += 5;
		}
		for (; to != NULL && *word != '\0'; word++)
			*to |= lsb_level(*word);
	}
}

static bool
take_name(const char *argument, size_t rank)
{
	char *copy = xstrdup(argument), *slash, *comma;
	struct state wanted = { 0 };
	struct script *s;

	comma = strchr(copy, ',');
	if (comma != NULL)
		*comma = '\0';
	slash = strrchr(copy, '/');
	s = scripts_find(&run.scripts, slash != NULL ? slash + 1 : copy);
	if (comma != NULL)
		*comma = ',';
	take_levels(copy, &wanted);
	if (s == NULL)
		say("%s: %s", slash != NULL ? slash + 1 : copy, strerror(ENOENT));
	else {
		struct state *state = &run.state[s - run.scripts.script];

		wanted.named = true;
		wanted.rank = rank;
		*state = wanted;
	}
	free(copy);
	return s != NULL;
}

static bool
take_names(void)
{
	for (size_t i = 0; i < run.scripts.count; i++)
		run.state[i].rank = (size_t)run.e->count + i;
	for (int i = 0; i < run.e->count; i++)
		if (!take_name(run.e->names[i], (size_t)i))
			return false;
	return true;
}

/* ---- who shall have which links ---- */

static void
warn_override(const char *name, const char *kind, unsigned now, unsigned header)
{
	if (now != header)
		warn("warning: current %s runlevel(s) (%s) of script `%s' overrides LSB defaults (%s).", kind,
		    now != 0 ? LEVEL_TEXT(now) : "empty", name, header != 0 ? LEVEL_TEXT(header) : "empty");
}

/* Levels of a script that is named: those of its header, of its links, or of the command line. */
static void
enable_named(const struct script *s, struct state *state, struct script_levels *l)
{
	unsigned start = script_start_levels(s), stop = script_stop_levels(s);

	if (!s->executable && !state->had_links) {
		warn("script %s is not an executable file, will be skipped in boot sequence!", s->name);
		state->left_out = true;
		return;
	}
	if (state->has_start || state->has_stop) {
		l->start |= run.e->force ? state->want_start : state->want_start | start;
		l->stop |= run.e->force ? state->want_stop : state->want_stop | stop;
	} else if (run.e->defaults || !state->had_links) {
		l->start |= start;
		l->stop |= stop;
	} else if (s->lsb.state != LSB_MISSING) {
		warn_override(s->name, "start", l->start, start);
		warn_override(s->name, "stop", l->stop, stop);
	}
	state->enabled = (l->start | l->stop) != 0;
}

static void
turn_over(struct script_levels *l)
{
	unsigned to_stop = l->start & run.e->to_stop, to_start = l->stop & run.e->to_start;

	l->start = (l->start | to_start) & ~to_stop;
	l->stop = (l->stop | to_stop) & ~to_start;
}

static void
decide(void)
{
	for (size_t i = 0; i < run.scripts.count; i++) {
		const struct script *s = &run.scripts.script[i];
		struct state *state = &run.state[i];
		struct script_levels *l = &run.levels[i];

		l->start = farm_levels(&run.farm, s->name, 'S');
		l->stop = farm_levels(&run.farm, s->name, 'K');
		state->enabled = state->had_links = (l->start | l->stop) != 0;
		l->importance = state->had_links ? SCRIPT_LINKED : state->named ? SCRIPT_NAMED : SCRIPT_OTHER;
		if (run.e->remove && state->named)
			state->enabled = false;
		else if (state->named && !state->left_out) {
			if (state->had_links)
				turn_over(l);
			enable_named(s, state, l);
			turn_over(l);
		}
		if (!state->enabled) {
			/* It still counts when the others are numbered. */
			l->start = state->left_out ? 0 : script_start_levels(s);
			l->stop = state->left_out ? 0 : script_stop_levels(s);
		}
		l->start &= ~l->stop;
	}
}

/* ---- what must be there ---- */

struct need {
	size_t of;		/* the script that requires something */
	bool met;
	bool enable;		/* enable what is missing (-e), instead of complaining */
	bool changed;
};

/*
 * Who is named must have all that it requires, and who is removed must not be required.  Of others it has been told
 * when they were named; only what is not even there is told again, unless it has been forced.
 */
static bool
is_no_matter(const struct need *n, size_t provider)
{
	if (run.e->remove)
		return provider == GRAPH_NONE || !run.state[provider].named;
	return !run.state[n->of].named && (run.e->force || provider != GRAPH_NONE);
}

static void
need_script(struct need *n, const char *facility, size_t provider)
{
	const struct script *of = &run.scripts.script[n->of];
	unsigned missed;

	if (provider == GRAPH_NONE || !run.state[provider].enabled) {
		if (n->enable && provider != GRAPH_NONE) {
			run.state[provider].named = true;
			n->changed = true;
			return;
		}
		if (n->enable || is_no_matter(n, provider))
			return;
		say("FATAL: service %s has to %s service %s", facility,
		    run.state[n->of].named || run.e->remove ? "be enabled to use" : "exist for", of->name);
		n->met = false;
		return;
	}
	missed = run.levels[n->of].start & ~run.levels[provider].start;
	/* who has just been named itself is not checked for that */
	if ((run.levels[provider].start & LSB_LEVEL_S) || missed == 0 || n->enable || run.e->remove || run.e->force ||
	    !run.state[provider].had_links)
		return;
	say("FATAL: service %s is missed in the runlevels %s to use service %s", facility, LEVEL_TEXT(missed),
	    of->name);
	n->met = false;
}

static void
need_facility(struct need *n, const char *facility, unsigned depth)
{
	size_t provider = graph_provider(&run.start, facility);

	if (*facility == '+')
		return;
	if (*facility != '$') {
		need_script(n, facility, provider);
		return;
	}
	for (size_t i = 0; i < run.conf.count && depth < 10; i++)
		if (run.conf.word[i].member != NULL && strcmp(run.conf.word[i].name, facility) == 0)
			need_facility(n, run.conf.word[i].member, depth + 1);
}

static void
need_all(struct need *n)
{
	const struct script *s = &run.scripts.script[n->of];
	struct span list = s->lsb.value[LSB_REQUIRED_START], word;

	while (lsb_word(s->text, &list, &word)) {
		char *name = xstrndup(s->text + word.at, word.len);

		need_facility(n, name, 0);
		free(name);
	}
}

static bool
check_needs(void)
{
	struct need n = { .met = true };

	for (n.of = 0; n.of < run.scripts.count; n.of++)
		if (run.state[n.of].enabled && run.levels[n.of].start != 0)
			need_all(&n);
	return n.met;
}

/* -e: whatever the named scripts require is named, too, until nothing is new. */
static void
name_needs(void)
{
	struct need n = { .met = true, .enable = true };

	do {
		decide();
		n.changed = false;
		for (n.of = 0; n.of < run.scripts.count; n.of++)
			if (run.state[n.of].named && run.state[n.of].enabled)
				need_all(&n);
	} while (n.changed);
}

/* ---- order ---- */

static void
tell(void *arg, const struct graph_report *r)
{
	const struct graph *g = arg;
	const char *how = g == &run.start ? "started" : "stopped";

	switch (r->kind) {
	case GRAPH_UNKNOWN_FACILITY:
		warn("warning: could not find all dependencies for %s", r->facility);
		break;
	case GRAPH_FACILITY_LOOP:
		warn("warning: %s is a member of itself, or nested too deeply", r->facility);
		break;
	case GRAPH_LOOP:
		if (g->edge[r->edge].strength == GRAPH_ALL) {
			warn("%s %s depends on %s and therefore on system facility `$all' which can not be true!",
			    g == &run.start ? "Starting" : "Stopping", g->node[r->path[r->count - 1]].name,
			    g->node[r->path[0]].name);
			break;
		}
		say("There is a loop between service %s and %s if %s", g->node[r->path[0]].name,
		    g->node[r->path[r->count - 1]].name, how);
		for (size_t i = r->count; i-- > 0;)
			say(" loop involving service %s at depth %zu", g->node[r->path[i]].name, i + 1);
		run.loops = true;
		break;
	}
}

/* Two scripts with one facility: who comes first has it.  Without its first facility, a script is not enabled. */
static bool
check_provided(void)
{
	bool good = true;

	for (size_t i = 0; i < run.scripts.count; i++) {
		const struct script *s = &run.scripts.script[i];
		struct span list = s->lsb.value[LSB_PROVIDES], word;
		bool first = true;

		while (lsb_word(s->text, &list, &word)) {
			char *name = xstrndup(s->text + word.at, word.len);
			size_t provider = graph_provider(&run.start, name);

			if (*name == '$' || strchr(name, '#') != NULL)
				warn("script %s provides system facility %s, skipped!", s->name, name);
			else if (provider != i) {
				good &= !run.state[i].named;
				if (run.state[i].named && first)
					run.state[i].enabled = false;	/* even with -f */
				say("script %s: service %s already provided!", s->name, name);
			}
			first = false;
			free(name);
		}
	}
	return good;
}

static bool
put_in_order(void)
{
	run.start = (struct graph){ .report = tell, .arg = &run.start };
	run.stop = (struct graph){ .report = tell, .arg = &run.stop };
	scripts_graph_start(&run.start, &run.scripts, &run.conf, run.levels);
	scripts_graph_stop(&run.stop, &run.scripts, &run.conf, run.levels);
	if (!check_provided() || !check_needs()) {
		if (!run.e->force) {
			(void)give_up();
			return false;
		}
		warn("the links are changed all the same, as with --force and by update-rc.d");
	}
	(void)graph_break_loops(&run.start);
	(void)graph_break_loops(&run.stop);
	if (run.loops && !run.e->force) {
		say("exiting now without changing boot order!");
		return false;
	}
	for (size_t i = 0; i < run.scripts.count; i++)
		run.start.node[i].rank = run.stop.node[i].rank = run.state[i].rank;
	graph_number(&run.start);
	graph_number(&run.stop);
	return true;
}

static unsigned
number_of(const struct graph *g, size_t node)
{
	unsigned number = g->node[node].number;

	return number < GRAPH_NUMBER_MAX ? number : GRAPH_NUMBER_MAX;
}

static void
warn_deep(const struct graph *g)
{
	for (size_t i = 0; i < g->given; i++)
		if (run.state[i].enabled && g->node[i].number > GRAPH_NUMBER_MAX) {
			say("Max recursions depth %d reached", GRAPH_NUMBER_MAX);
			return;
		}
}

static const struct graph *sorting;
static unsigned sorting_up_to;

/*
 * Lists have been in order up to the highest number of a start outside of boot, and no further: programs
 * compare these files, so they stay as they are.
 */
static unsigned
sorted_up_to(const struct graph *g)
{
	unsigned highest = 0;

	for (size_t i = 0; i < g->given; i++)
		if (g == &run.stop || (run.state[i].enabled && (g->node[i].levels & ~LSB_LEVEL_S) != 0))
			highest = g->node[i].number > highest ? g->node[i].number : highest;
	return highest;
}

static int
by_number(const void *a, const void *b)
{
	const struct graph_node *x = &sorting->node[*(const size_t *)a], *y = &sorting->node[*(const size_t *)b];

	unsigned i = x->number <= sorting_up_to ? x->number : sorting_up_to + 1;
	unsigned j = y->number <= sorting_up_to ? y->number : sorting_up_to + 1;

	if (i != j)
		return i < j ? -1 : 1;
	return run.state[*(const size_t *)a].place < run.state[*(const size_t *)b].place ? -1 : 1;
}

/*
 * The nodes in order of number, to be freed.  Equal ones stay in the order that they had: for starting the rank, for
 * stopping the order of starting.
 */
static size_t *
sorted(const struct graph *g)
{
	size_t *order = g == &run.stop ? sorted(&run.start) : xrealloc(NULL, g->given * sizeof *order);

	for (size_t i = 0; i < g->given && g != &run.stop; i++)
		order[i] = i;
	for (size_t i = 0; i < g->given; i++)
		run.state[order[i]].place = g == &run.stop ? i : run.state[i].rank;
	sorting = g;
	sorting_up_to = sorted_up_to(g);
	qsort(order, g->given, sizeof *order, by_number);
	return order;
}

/* ---- what comes of it ---- */

/* All scripts, for who is not enabled has its number, too. */
static void
show_kind(const struct graph *g, char kind)
{
	size_t *order = sorted(g);

	for (size_t i = 0; i < g->given; i++) {
		size_t n = order[i];
		unsigned levels = kind == 'S' ? run.levels[n].start : run.levels[n].stop;

		if ((run.state[n].enabled || run.scripts.script[n].executable) && levels != 0)
			(void)printf("%c:%02u:%s:%s\n", kind, number_of(g, n), LEVEL_TEXT(levels),
			    g->node[n].name);
	}
	free(order);
}

static void
want_links(void)
{
	for (size_t i = 0; i < run.scripts.count; i++) {
		const char *name = run.scripts.script[i].name;

		farm_drop(&run.farm, name);
		for (unsigned level = 0; level < FARM_LEVELS && run.state[i].enabled; level++) {
			if (run.levels[i].start >> level & 1)
				farm_want(&run.farm, level, 'S', number_of(&run.start, i), name);
			else if (run.levels[i].stop >> level & 1)
				farm_want(&run.farm, level, 'K', number_of(&run.stop, i), name);
		}
	}
	/* Links to scripts that are no more. */
	for (size_t i = 0; i < run.farm.links; i++)
		if (run.farm.link[i].dangling)
			run.farm.link[i].gone = true;
}

static void
tell_change(const char *verb, const char *path, const char *target)
{
	if (strcmp(verb, "mkdir") == 0) {
		const char *name = strstr(path, "/../");

		if (run.e->verbose)
			say("creating directory '%s'", name != NULL ? name + 1 : path);
	} else if (!run.e->verbose)
		return;
	else if (strcmp(verb, "create") == 0)
		say("enable service %s -> %s", target, path);
	else
		say("remove service %s", path);
}

/* Nobody ever sees half a file. */
static bool
write_file(const char *dir, const char *name, const char *text, size_t len)
{
	size_t size = strlen(dir) + strlen(name) + sizeof "/.new";
	char *path = xrealloc(NULL, size), *fresh = xrealloc(NULL, size);
	FILE *f;
	bool good = false;

	(void)snprintf(path, size, "%s/%s", dir, name);
	(void)snprintf(fresh, size, "%s/%s.new", dir, name);
	if (run.e->verbose)
		say("creating %s", path);
	f = fopen(fresh, "we");
	if (f != NULL) {
		good = fwrite(text, 1, len, f) == len;
		good = fclose(f) == 0 && good && rename(fresh, path) == 0;
	}
	if (!good) {
		say("%s: %s", path, strerror(errno));
		(void)unlink(fresh);
	}
	free(path);
	free(fresh);
	return good;
}

static bool
write_depend(const struct graph *g, const char *name, unsigned levels)
{
	const char *dir = run.e->depend != NULL ? run.e->depend : run.e->dir;
	bool *listed = xrealloc(NULL, g->given * sizeof *listed), good;
	size_t *order = sorted(g), len;
	char *text;

	for (size_t i = 0; i < g->given; i++)
		listed[i] = run.state[i].enabled && (g->node[i].levels & levels) != 0;
	text = depend_text(&(struct depend){ g, &run.start, listed, order, sorted_up_to(g) }, &len);
	good = write_file(dir, name, text, len);
	free(text);
	free(order);
	free(listed);
	return good;
}

static int
change(void)
{
	int error;

	want_links();
	error = farm_apply(&run.farm, run.e->dry, tell_change);
	if (error < 0) {
		say("%s: %s", run.farm.failed, strerror(-error));
		return 1;
	}
	if (run.e->dry) {
		say("dryrun, not creating depend.boot, depend.start, and depend.stop in %s/.",
		    run.e->depend != NULL ? run.e->depend : run.e->dir);
		return 0;
	}
	if (!write_depend(&run.start, ".depend.boot", LSB_LEVEL_S) ||
	    !write_depend(&run.start, ".depend.start", ~LSB_LEVEL_S) ||
	    !write_depend(&run.stop, ".depend.stop", ~0u))
		return 1;
	return 0;
}

/* ---- the whole of it ---- */

static char *
rooted(const char *root, const char *path)
{
	size_t size = strlen(path) + (root != NULL ? strlen(root) : 0) + 1;
	char *whole = xrealloc(NULL, size);

	(void)snprintf(whole, size, "%s%s", root != NULL ? root : "", path);
	return whole;
}

static int
work(void)
{
	if (!check_headers())
		return give_up();
	if (run.e->recursive && !run.e->remove) {
		run.start = (struct graph){ 0 };
		scripts_graph_start(&run.start, &run.scripts, &run.conf, run.levels);
		name_needs();
		graph_free(&run.start);
	}
	decide();
	warn_undefined();
	if (!put_in_order())
		return 1;
	warn_deep(&run.start);
	warn_deep(&run.stop);
	if (run.e->show) {
		show_kind(&run.stop, 'K');
		show_kind(&run.start, 'S');
		return 0;
	}
	return change();
}

int
enable_run(const struct enable *given)
{
	struct enable e = *given;
	char *dir = rooted(e.root, DIR_SCRIPTS), *conf = rooted(e.root, FILE_CONF);
	char *overrides = rooted(e.root, DIR_OVERRIDES), *vendor = rooted(e.root, DIR_VENDOR_OVERRIDES);
	char *filters = rooted(e.root, FILE_FILTERS), *base;
	struct script_paths paths;
	int error, status = 1;

	if (e.dir == NULL)
		e.dir = dir;
	if (e.count == 1 && is_directory(e.names[0])) {
		e.dir = e.names[0];
		e.count = 0;
	}
	run.e = &e;
	e.verbose |= e.dry;	/* or nothing would come of it */
	paths = (struct script_paths){ e.dir, e.overrides != NULL ? e.overrides : overrides, vendor, filters };
	base = rooted(e.dir, "/..");
	if (!e.dry && !e.show)
		farm_lock(e.root, "insserv");
	conf_read(&run.conf, e.conf != NULL ? e.conf : conf);
	error = scripts_read(&run.scripts, &paths, warn);
	if (error < 0)
		say("%s: %s", e.dir, strerror(-error));
	else if ((error = farm_read(&run.farm, base)) < 0)
		say("%s: %s", run.farm.failed, strerror(-error));
	else if (e.remove && e.count == 0)
		say("to remove, name at least one script");
	else {
		run.state = xrealloc(NULL, run.scripts.count * sizeof *run.state);
		memset(run.state, 0, run.scripts.count * sizeof *run.state);
		run.levels = xrealloc(NULL, run.scripts.count * sizeof *run.levels);
		memset(run.levels, 0, run.scripts.count * sizeof *run.levels);
		if (take_names())
			status = work();
		for (size_t i = 0; i < run.scripts.count; i++)
			if (run.state[i].named)
				farm_tell_copies(&run.farm, run.scripts.script[i].name, warn);
	}
	graph_free(&run.start);
	graph_free(&run.stop);
	farm_free(&run.farm);
	conf_free(&run.conf);
	scripts_free(&run.scripts);
	free(run.state);
	free(run.levels);
	free(base);
	free(dir);
	free(conf);
	free(overrides);
	free(vendor);
	free(filters);
	return status;
}
