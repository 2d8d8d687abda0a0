#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

#include "../farm.h"
#include "../scripts.h"
#include "../xalloc.h"
#include "lint.h"

enum severity { WARNING = 1, ERROR = 2 };

static struct {
	struct scripts scripts;
	struct conf conf;
	struct farm farm;
	struct script_levels *levels;
	struct graph start, stop;
	int worst;
} so;

static void say(enum severity how, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static void at(const struct script *s, struct span where, enum severity how, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
static void unreadable(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

static void
worsen(enum severity how)
{
	so.worst = (int)how > so.worst ? (int)how : so.worst;
}

static const char *
word_of(enum severity how)
{
	return how == ERROR ? "error" : "warning";
}

/* Of no line. */
static void
say(enum severity how, const char *fmt, ...)
{
	va_list ap;

	worsen(how);
	va_start(ap, fmt);
	(void)vprintf(fmt, ap);
	va_end(ap);
	(void)putchar('\n');
}

/* As scripts_read() says it. */
static void
unreadable(const char *fmt, ...)
{
	va_list ap;

	worsen(ERROR);
	va_start(ap, fmt);
	(void)vprintf(fmt, ap);
	va_end(ap);
	(void)putchar('\n');
}

/* With the line and a mark below the piece; a tab in front of it stays a tab. */
static void
at(const struct script *s, struct span where, enum severity how, const char *fmt, ...)
{
	const char *begin = s->text + where.at, *end = s->text + where.at;
	unsigned line = 1;
	va_list ap;

	worsen(how);
	for (const char *c = s->text; c < begin; c++)
		line += *c == '\n';
	while (begin > s->text && begin[-1] != '\n')
		begin--;
	while (*end != '\0' && *end != '\n')
		end++;
	(void)printf("%s:%u:%d: %s: ", s->file, line, (int)(s->text + where.at - begin) + 1, word_of(how));
	va_start(ap, fmt);
	(void)vprintf(fmt, ap);
	va_end(ap);
	(void)printf("\n  %.*s\n  ", (int)(end - begin), begin);
	for (const char *c = begin; c < s->text + where.at; c++)
		(void)putchar(*c == '\t' ? '\t' : ' ');
	(void)putchar('^');
	for (uint32_t i = 1; i < where.len; i++)
		(void)putchar('~');
	(void)putchar('\n');
}

/* The begin of the header, where there is no better place. */
static struct span
header_of(const struct script *s)
{
	const char *c = s->text;

	for (unsigned line = 1; line < s->lsb.begin; line++)
		c = strchr(c, '\n') + 1;
	return (struct span){ (uint32_t)(c - s->text), (uint32_t)strcspn(c, "\r\n") };
}

/* ---- one script ---- */

static bool
is_linked(const struct script *s)
{
	return farm_first(&so.farm, s->name) != NULL;
}

static void
tell_doubt(const struct lsb_doubt *d, void *script)
{
	switch (d->kind) {
	case LSB_UNKNOWN_KEYWORD:
		at(script, d->word, WARNING, "unknown keyword; did you mean \"%s\"?", d->meant);
		break;
	case LSB_NO_LEVEL:
		at(script, d->word, ERROR, "expected levels, 0 to 6 and S, with blanks between them");
		break;
	}
}

static void
check_values(const struct script *s)
{
	struct span value = s->lsb.value[LSB_TIMEOUT];

	if (lsb_has(&s->lsb, LSB_TIMEOUT) && (value.len == 0 || strspn(s->text + value.at, "0123456789") < value.len))
		at(s, value, ERROR, "X-Timeout: expected a number of seconds");
	value = s->lsb.value[LSB_INTERACTIVE];
	if (value.len > 0 && strncasecmp(s->text + value.at, "true", 4) != 0 &&
	    strncasecmp(s->text + value.at, "false", 5) != 0)
		at(s, value, WARNING, "X-Interactive: only \"true\" has an effect");
	if ((script_start_levels(s) & script_stop_levels(s)) != 0)
		at(s, s->lsb.value[LSB_DEFAULT_STOP], WARNING, "a level of Default-Start is here, too: there it is stopped");
}

static void
check_header(struct script *s)
{
	switch (s->lsb.state) {
	case LSB_MISSING:
		if (is_linked(s))
			say(WARNING, "%s: warning: no header: it waits for all links before its own, and all behind it "
			    "wait for it", s->file);
		return;
	case LSB_BROKEN:
		at(s, header_of(s), ERROR, "the header has no end: expected a line \"### END INIT INFO\"");
		return;
	case LSB_WHOLE:
		break;
	}
	for (unsigned key = 0; key < LSB_NEEDED_KEYS; key++)
		if (!lsb_has(&s->lsb, (enum lsb_key)key))
			at(s, header_of(s), WARNING, "no %s: expected a line with it, if only empty",
			    lsb_key_name((enum lsb_key)key));
	lsb_doubts(&s->lsb, s->text, strlen(s->text), tell_doubt, s);
	check_values(s);
}

static void
check_mode(const struct script *s)
{
	size_t n = strlen(s->name);

	if (s->executable || (n > 3 && strcmp(s->name + n - 3, ".sh") == 0))
		return;
	if (is_linked(s))
		say(ERROR, "%s: error: not executable: its links are not run", s->file);
}

/* ---- names ---- */

static void
check_provides(const struct script *s, size_t node)
{
	struct span list = s->lsb.value[LSB_PROVIDES], word;

	while (lsb_word(s->text, &list, &word)) {
		char *name = xstrndup(s->text + word.at, word.len);
		size_t provider = graph_provider(&so.start, name);

		if (*name == '$' || strchr(name, '#') != NULL)
			at(s, word, ERROR, "\"%s\" cannot be provided: system facilities are insserv.conf's", name);
		else if (provider != node && provider != GRAPH_NONE)
			at(s, word, ERROR, "\"%s\" is provided by %s already", name, so.start.node[provider].name);
		free(name);
	}
}

static bool
is_defined(const char *facility)
{
	if (strcmp(facility, "$all") == 0 || strcmp(facility, "$null") == 0)
		return true;
	for (size_t i = 0; i < so.conf.count; i++)
		if (strcmp(so.conf.word[i].name, facility) == 0)
			return true;
	return false;
}

/* In which of its levels is a script started without what it needs? */
static unsigned
missed_in(size_t node, size_t provider)
{
	const struct script_levels *l = &so.levels[provider];

	if (so.levels[node].importance != SCRIPT_LINKED || (l->importance == SCRIPT_LINKED && (l->start & LSB_LEVEL_S)))
		return 0;
	return so.levels[node].start & ~(l->importance == SCRIPT_LINKED ? l->start : 0);
}

static void
check_required(const struct script *s, size_t node, enum lsb_key key)
{
	struct span list = s->lsb.value[key], word;

	while (lsb_word(s->text, &list, &word)) {
		char *name = xstrndup(s->text + word.at, word.len);
		size_t provider = graph_provider(&so.start, name);
		unsigned missed = 0;

		if (*name == '+') {
			free(name);
			continue;
		}
		if (*name == '$' ? !is_defined(name) : provider == GRAPH_NONE)
			at(s, word, ERROR, *name == '$' ? "%s: \"%s\" is not defined in insserv.conf"
							: "%s: no script provides \"%s\"", lsb_key_name(key), name);
		else if (*name != '$' && key == LSB_REQUIRED_START)
			missed = missed_in(node, provider);
		for (unsigned i = 0; i < FARM_LEVELS; i++)
			if (missed >> i & 1)
				at(s, word, ERROR, "\"%s\" is not started in level %c", name, LSB_LEVELS[i]);
		free(name);
	}
}

/* ---- all of them ---- */

static struct span
line_of(const struct script *s, int key)
{
	return s->lsb.value[key].len > 0 ? s->lsb.value[key] : header_of(s);
}

static void
tell(void *arg, const struct graph_report *r)
{
	const struct graph *g = arg;
	const struct graph_edge *e;
	const struct script *s;
	bool before;

	if (r->kind == GRAPH_FACILITY_LOOP)
		say(ERROR, "%s/insserv.conf: error: %s is a member of itself, or nested too deeply", "/etc", r->facility);
	if (r->kind != GRAPH_LOOP)
		return;
	e = &g->edge[r->edge];
	before = e->key == LSB_START_BEFORE || e->key == LSB_REQUIRED_STOP || e->key == LSB_SHOULD_STOP;
	s = &so.scripts.script[before ? e->before : e->after];
	if (e->strength == GRAPH_ALL) {
		s = &so.scripts.script[g == &so.start ? e->after : e->before];
		at(s, line_of(s, g == &so.start ? LSB_REQUIRED_START : LSB_REQUIRED_STOP), WARNING,
		    "not $all: %s cannot be among them", g->node[g == &so.start ? e->before : e->after].name);
		return;
	}
	at(s, line_of(s, e->key), ERROR, "a loop, left out here: \"%s\"", e->facility);
	(void)printf("  when they %s: ", g == &so.start ? "start" : "stop");
	for (size_t i = 0; i < r->count; i++)
		(void)printf("%s before ", g->node[r->path[i]].name);
	(void)printf("%s\n", g->node[r->path[0]].name);
}

/* Levels are those of the links; of scripts that have none, those of the header. */
static void
find_levels(void)
{
	for (size_t i = 0; i < so.scripts.count; i++) {
		const struct script *s = &so.scripts.script[i];
		struct script_levels *l = &so.levels[i];

		*l = is_linked(s) ? (struct script_levels){ farm_levels(&so.farm, s->name, 'S'),
		    farm_levels(&so.farm, s->name, 'K'), SCRIPT_LINKED }
				  : (struct script_levels){ script_start_levels(s), script_stop_levels(s), SCRIPT_OTHER };
	}
}

static void
check_all(void)
{
	so.levels = xrealloc(NULL, so.scripts.count * sizeof *so.levels);
	find_levels();
	so.start = (struct graph){ .report = tell, .arg = &so.start };
	so.stop = (struct graph){ .report = tell, .arg = &so.stop };
	scripts_graph_start(&so.start, &so.scripts, &so.conf, so.levels);
	scripts_graph_stop(&so.stop, &so.scripts, &so.conf, so.levels);
	for (size_t n = 0; n < so.scripts.count; n++) {
		size_t i = so.scripts.by_name[n];
		struct script *s = &so.scripts.script[i];

		check_mode(s);
		check_header(s);
		check_provides(s, i);
		check_required(s, i, LSB_REQUIRED_START);
		check_required(s, i, LSB_REQUIRED_STOP);
	}
	(void)graph_break_loops(&so.start);
	(void)graph_break_loops(&so.stop);
	for (size_t i = 0; i < so.farm.links; i++) {
		const struct farm_link *l = &so.farm.link[i];

		if (l->dangling)
			say(ERROR, "%s/rc%c.d/%s: error: it leads to no file", so.farm.base, LSB_LEVELS[l->level], l->file);
	}
}

static char *
rooted(const char *root, const char *path)
{
	char *whole = xrealloc(NULL, strlen(root) + strlen(path) + 1);

	return strcat(strcpy(whole, root), path);
}

int
lint(const char *root)
{
	char *dir = rooted(root, "/etc/init.d"), *conf = rooted(root, "/etc/insserv.conf");
	char *overrides = rooted(root, "/etc/insserv/overrides"), *base = rooted(root, "/etc");
	char *vendor = rooted(root, "/usr/share/insserv/overrides");
	char *filters = rooted(root, "/etc/insserv/file-filters");
	const struct script_paths paths = { dir, overrides, vendor, filters };
	int error = scripts_read(&so.scripts, &paths, unreadable);

	conf_read(&so.conf, conf);
	if (error < 0)
		unreadable("%s: error: %s", dir, strerror(-error));
	else if ((error = farm_read(&so.farm, base)) < 0)
		unreadable("%s: error: %s", so.farm.failed, strerror(-error));
	else
		check_all();
	graph_free(&so.start);
	graph_free(&so.stop);
	farm_free(&so.farm);
	conf_free(&so.conf);
	scripts_free(&so.scripts);
	free(so.levels);
	free(dir);
	free(conf);
	free(overrides);
	free(base);
	free(vendor);
	free(filters);
	return so.worst;
}
