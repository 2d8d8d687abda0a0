/*
 * chkconfig - show and change in which levels services are started.
 *
 * A service that is managed has exactly one link in each of the levels 0 to 6.  Numbers are those of its
 * "# chkconfig:" line; else they begin at 50 and move behind (or in front of) what its LSB header requires.
 */
#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../version.h"
#include "farm.h"
#include "scripts.h"
#include "whichlevel.h"
#include "xalloc.h"

#define DIR_ETC "/etc"
#define DIR_OVERRIDES "/etc/chkconfig.d"
#define LEVEL_DIR "/etc/rc3.d"	/* who can write here may change services */
#define LEVELS 7		/* 0 to 6 */
#define ALL_LEVELS 0x7fu
#define DEFAULT_LEVELS 0x3cu	/* 2345, of on and off */
#define MIDDLE 50		/* the number of a script that does not say one */
#define NAME_WIDTH 15

static const char usage_text[] =
	"usage: chkconfig [--list] [--type sysv] [NAME]\n"
	"       chkconfig --add|--del|--override NAME\n"
	"       chkconfig [--level LEVELS] NAME on|off|reset|resetpriorities\n"
	"       chkconfig [--level LEVELS] NAME\n"
	"       chkconfig --help | --version\n"
	"       install_initd|remove_initd SCRIPT\n";

static const struct script_paths with_overrides = { "/etc/init.d", DIR_OVERRIDES, NULL,
	"/etc/insserv/file-filters" };
static const struct script_paths without_overrides = { "/etc/init.d", NULL, NULL, "/etc/insserv/file-filters" };

static struct {
	struct scripts scripts;
	struct farm farm;
	unsigned *start, *stop;		/* numbers of the scripts */
} all;

static void quiet(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

static void
quiet(const char *fmt, ...)
{
	(void)fmt;
}

static void tell(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

static void
tell(const char *fmt, ...)
{
	va_list ap;

	(void)fputs("chkconfig: ", stderr);
	va_start(ap, fmt);
	(void)vfprintf(stderr, fmt, ap);
	va_end(ap);
	(void)fputc('\n', stderr);
}

static int
usage(void)
{
	(void)fputs(usage_text, stderr);
	return 1;
}

/* ---- what a header says ---- */

static bool
is_managed(const struct script *s)
{
	return s->lsb.has_chkconfig || s->lsb.state == LSB_WHOLE;
}

static bool
is_linked(const struct script *s)
{
	return farm_first(&all.farm, s->name) != NULL;
}

/* A chkconfig line has its levels in one word: 2345. */
static unsigned
default_levels(const struct script *s)
{
	unsigned levels = 0;

	for (uint32_t i = 0; s->lsb.has_chkconfig && i < s->lsb.chkconfig_levels.len; i++)
		levels |= lsb_level(s->text[s->lsb.chkconfig_levels.at + i]);
	return (levels | script_start_levels(s)) & ~script_stop_levels(s) & ALL_LEVELS;
}

static size_t
index_of(const struct script *s)
{
	return (size_t)(s - all.scripts.script);
}

/* ---- numbers ---- */

static struct graph facilities;	/* only its names are used: who provides what */

/* One list of a header: start numbers go up behind, stop numbers go down in front of those it names. */
static bool
move(const struct script *s, enum lsb_key key)
{
	struct span list = s->lsb.value[key], word;
	unsigned *start = &all.start[index_of(s)], *stop = &all.stop[index_of(s)];
	bool starting = key == LSB_REQUIRED_START || key == LSB_SHOULD_START, moved = false;

	while (lsb_word(s->text, &list, &word)) {
		char *name = xstrndup(s->text + word.at, word.len);
		size_t of = graph_provider(&facilities, name);

		free(name);
		if (of == GRAPH_NONE || of == index_of(s))
			continue;
		if (starting && *start <= all.start[of] && *start < GRAPH_NUMBER_MAX) {
			*start = all.start[of] + 1 < GRAPH_NUMBER_MAX ? all.start[of] + 1 : GRAPH_NUMBER_MAX;
			moved = true;
		} else if (!starting && *stop >= all.stop[of] && *stop > 0) {
			*stop = all.stop[of] > 0 ? all.stop[of] - 1 : 0;
			moved = true;
		}
	}
	return moved;
}

/* Who requires each other would move for ever: the ends of the range stop that. */
static void
number_all(const struct script *added)
{
	bool moved;

	all.start = xrealloc(NULL, all.scripts.count * sizeof *all.start);
	all.stop = xrealloc(NULL, all.scripts.count * sizeof *all.stop);
	for (size_t i = 0; i < all.scripts.count; i++) {
		const struct script *s = &all.scripts.script[i];
		struct span list = s->lsb.value[LSB_PROVIDES], word;

		all.start[i] = s->lsb.has_chkconfig ? s->lsb.chkconfig_start : MIDDLE;
		all.stop[i] = s->lsb.has_chkconfig ? s->lsb.chkconfig_stop : MIDDLE;
		(void)graph_add(&facilities, s->name, 0, false);
		if (s != added && !is_linked(s))
			continue;
		(void)graph_provide(&facilities, i, s->name);
		while (lsb_word(s->text, &list, &word)) {
			char *name = xstrndup(s->text + word.at, word.len);

			(void)graph_provide(&facilities, i, name);
			free(name);
		}
	}
	do {
		moved = false;
		for (size_t i = 0; i < all.scripts.count; i++) {
			const struct script *s = &all.scripts.script[i];

			if (s->lsb.state != LSB_WHOLE)
				continue;
			moved |= move(s, LSB_REQUIRED_START);
			moved |= move(s, LSB_SHOULD_START);
			moved |= move(s, LSB_REQUIRED_STOP);
			moved |= move(s, LSB_SHOULD_STOP);
		}
	} while (moved);
}

/* ---- changing links ---- */

static void
say_nothing(const char *verb, const char *path, const char *target)
{
	(void)verb, (void)path, (void)target;
}

static int
apply(void)
{
	int error = farm_apply(&all.farm, false, say_nothing);

	if (error == 0)
		return 0;
	(void)fprintf(stderr, "chkconfig: %s: %s\n", all.farm.failed, strerror(-error));
	return 1;
}

/* Links of a script: started in these levels, stopped in the others of those that it has or shall have. */
static void
want(const struct script *s, unsigned on, unsigned levels)
{
	size_t i = index_of(s);

	for (unsigned level = 0; level < LEVELS; level++)
		if (levels >> level & 1)
			farm_want(&all.farm, level, on >> level & 1 ? 'S' : 'K',
			    on >> level & 1 ? all.start[i] : all.stop[i], s->name);
}

/* The script gets what is asked for; others whose numbers follow from their headers get theirs. */
static int
set_levels(const struct script *s, unsigned on, unsigned levels)
{
	number_all(s);
	farm_drop(&all.farm, s->name);
	want(s, on, levels);
	for (size_t i = 0; i < all.scripts.count; i++) {
		const struct script *other = &all.scripts.script[i];
		unsigned has;

		if (other == s || other->lsb.state != LSB_WHOLE || !is_linked(other))
			continue;
		has = farm_levels(&all.farm, other->name, 'S');
		farm_drop(&all.farm, other->name);
		want(other, has, has | farm_levels(&all.farm, other->name, 'K'));
	}
	return apply();
}

static unsigned
levels_now(const struct script *s)
{
	return farm_levels(&all.farm, s->name, 'S') | farm_levels(&all.farm, s->name, 'K');
}

static int
add(const struct script *s)
{
	unsigned on = farm_levels(&all.farm, s->name, 'S');

	return set_levels(s, on | (default_levels(s) & ~levels_now(s)), ALL_LEVELS);
}

static int
del(const char *name)
{
	farm_drop(&all.farm, name);
	return apply();
}

/* The administrator's header counts if nobody has changed what the script's own says. */
static int
override(const struct script *s)
{
	struct scripts own;
	const struct script *without;
	unsigned on = farm_levels(&all.farm, s->name, 'S'), now = levels_now(s), was = 0;

	if (scripts_read(&own, &without_overrides, quiet) < 0)
		return 1;
	without = scripts_find(&own, s->name);
	if (without != NULL)
		was = default_levels(without);
	scripts_free(&own);
	if (now != 0 && on != was)
		return 0;
	return set_levels(s, default_levels(s), ALL_LEVELS);
}

static int
change(const struct script *s, const char *how, unsigned levels)
{
	unsigned on = farm_levels(&all.farm, s->name, 'S');
	bool given = levels != 0;

	if (strcmp(how, "resetpriorities") == 0)
		return set_levels(s, on, levels_now(s));
	if (strcmp(how, "reset") == 0) {
		levels = given ? levels : ALL_LEVELS;
		on = (on & ~levels) | (default_levels(s) & levels);
	} else {
		levels = given ? levels : DEFAULT_LEVELS;
		on = strcmp(how, "on") == 0 ? on | levels : on & ~levels;
	}
	return set_levels(s, on, levels | levels_now(s));
}

/* ---- install_initd and remove_initd: --add and --del for who asks first ---- */

static bool
lists(const struct script *s, enum lsb_key key, const char *facility)
{
	struct span list = s->lsb.value[key], word;

	while (lsb_word(s->text, &list, &word))
		if (strlen(facility) == word.len && memcmp(s->text + word.at, facility, word.len) == 0)
			return true;
	return false;
}

static bool
provides(const struct script *s, const char *facility)
{
	return strcmp(s->name, facility) == 0 || lists(s, LSB_PROVIDES, facility);
}

/* Take the next word of Required-Start off list, as a string to be freed; NULL at its end. */
static char *
next_need(const struct script *s, struct span *list)
{
	struct span word;

	while (lsb_word(s->text, list, &word))
		if (s->text[word.at] != '$' && s->text[word.at] != '+')
			return xstrndup(s->text + word.at, word.len);
	return NULL;
}

static bool
is_installed(const char *facility)
{
	for (size_t i = 0; i < all.scripts.count; i++)
		if (is_linked(&all.scripts.script[i]) && provides(&all.scripts.script[i], facility))
			return true;
	return false;
}

static int
install(const struct script *s)
{
	struct span list = s->lsb.value[LSB_REQUIRED_START];
	int missing = 0;
	char *need;

	while ((need = next_need(s, &list)) != NULL) {
		if (!provides(s, need) && !is_installed(need)) {
			(void)fprintf(stderr, "install_initd: %s requires %s, which is not installed\n", s->name, need);
			missing = 1;
		}
		free(need);
	}
	return missing != 0 ? missing : add(s);
}

/* Whether another service that is on somewhere requires this one. */
static bool
needs(const struct script *s, const struct script *other)
{
	struct span list = other->lsb.value[LSB_REQUIRED_START];
	bool found = false;
	char *need;

	while (!found && (need = next_need(other, &list)) != NULL) {
		found = provides(s, need);
		free(need);
	}
	return found && farm_levels(&all.farm, other->name, 'S') != 0;
}

static int
uninstall(const struct script *s)
{
	int needed = 0;

	for (size_t i = 0; i < all.scripts.count; i++)
		if (&all.scripts.script[i] != s && needs(s, &all.scripts.script[i])) {
			(void)fprintf(stderr, "remove_initd: %s requires %s\n", all.scripts.script[i].name, s->name);
			needed = 1;
		}
	return needed != 0 ? needed : del(s->name);
}

/* ---- showing ---- */

static void
show(const struct script *s)
{
	unsigned on = farm_levels(&all.farm, s->name, 'S');

	(void)printf("%-*s", NAME_WIDTH, s->name);
	for (unsigned level = 0; level < LEVELS; level++)
		(void)printf("\t%u:%s", level, on >> level & 1 ? "on" : "off");
	(void)putchar('\n');
}

static int
not_supported(const char *name, int error)
{
	if (error != 0)
		(void)fprintf(stderr, "error reading information on service %s: %s\n", name, strerror(error));
	else
		(void)fprintf(stderr, "service %s does not support chkconfig\n", name);
	return 1;
}

static int
list(const char *name)
{
	const struct script *s;

	for (size_t i = 0; name == NULL && i < all.scripts.count; i++) {
		s = &all.scripts.script[all.scripts.by_name[i]];
		if (is_managed(s) && is_linked(s))
			show(s);
	}
	if (name == NULL)
		return 0;
	s = scripts_find(&all.scripts, name);
	if (s == NULL || !is_managed(s))
		return not_supported(name, s == NULL ? ENOENT : 0);
	if (!is_linked(s)) {
		(void)fprintf(stderr, "service %s supports chkconfig, but is not referenced in any runlevel "
		    "(run 'chkconfig --add %s')\n", name, name);
		return 1;
	}
	show(s);
	return 0;
}

static int
is_on(const char *name, unsigned levels)
{
	struct levels l = { 0 };

	if (levels == 0 && (whichlevel_utmp(UTMP_PATH, &l) || whichlevel_file(&l)))
		levels = lsb_level(l.current);
	return (farm_levels(&all.farm, name, 'S') & levels) == 0;
}

/* ---- the call ---- */

enum { LIST = 256, ADD, DEL, INSTALL, REMOVE, OVERRIDE, LEVEL, TYPE, HELP, VERSION };

static const struct option options[] = {
	{ "list", no_argument, NULL, LIST },
	{ "add", no_argument, NULL, ADD },
	{ "del", no_argument, NULL, DEL },
	{ "override", no_argument, NULL, OVERRIDE },
	{ "level", required_argument, NULL, LEVEL },
	{ "levels", required_argument, NULL, LEVEL },
	{ "type", required_argument, NULL, TYPE },
	{ "help", no_argument, NULL, HELP },
	{ "version", no_argument, NULL, VERSION },
	{ NULL, 0, NULL, 0 },
};

/* Levels as "35"; 0: one of them is none. */
static unsigned
parse_levels(const char *text)
{
	unsigned levels = 0;

	for (; *text != '\0'; text++) {
		if (*text < '0' || *text > '6')
			return 0;
		levels |= lsb_level(*text);
	}
	return levels;
}

static bool
is_change(const char *word)
{
	return strcmp(word, "on") == 0 || strcmp(word, "off") == 0 || strcmp(word, "reset") == 0 ||
	    strcmp(word, "resetpriorities") == 0;
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* The program's other names are commands. */
static int
command_of(const char *program)
{
	const char *name = base_name(program);

	if (strcmp(name, "install_initd") == 0)
		return INSTALL;
	return strcmp(name, "remove_initd") == 0 ? REMOVE : 0;
}

static int
act(int command, unsigned levels, const char *name, const char *how)
{
	const struct script *s;

	if (command == LIST)
		return list(name);
	if (command == 0 && how == NULL)
		return is_on(name, levels);
	if (access(LEVEL_DIR, W_OK) < 0 && errno != ENOENT) {
		(void)fputs("You do not have enough privileges to perform this operation.\n", stderr);
		return 1;
	}
	farm_tell_copies(&all.farm, name, tell);
	s = scripts_find(&all.scripts, name);
	if ((command == DEL || command == REMOVE) && s == NULL)
		return del(name);
	if (s == NULL || !is_managed(s))
		return not_supported(name, s == NULL ? ENOENT : 0);
	switch (command) {
	case ADD: return add(s);
	case DEL: return del(name);
	case INSTALL: return install(s);
	case REMOVE: return uninstall(s);
	case OVERRIDE: return override(s);
	default: return change(s, how, levels);
	}
}

int
main(int argc, char **argv)
{
	int command = argc > 0 ? command_of(argv[0]) : 0, c, left, status = 1, error;
	unsigned levels = 0;

	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1)
		switch (c) {
		case LIST: case ADD: case DEL: case OVERRIDE:
			if (command != 0)
				return usage();
			command = c;
			break;
		case LEVEL:
			levels = parse_levels(optarg);
			if (levels == 0)
				return usage();
			break;
		case TYPE:
			if (strcmp(optarg, "sysv") != 0)
				return usage();
			break;
		case HELP:
			(void)fputs(usage_text, stdout);
			return 0;
		case VERSION:
			(void)puts("chkconfig (rung) " RUNG_VERSION);
			return 0;
		default:
			return usage();
		}
	argv += optind;
	left = argc - optind;
	if (command == 0 && left == 0)
		command = LIST;
	if (left > 2 || (left == 2 && (command != 0 || !is_change(argv[1]))) || (left == 0 && command != LIST))
		return usage();

	if (command != LIST && (command != 0 || left > 1))
		farm_lock(NULL, "chkconfig");
	error = scripts_read(&all.scripts, &with_overrides, quiet);
	if (error < 0)
		(void)fprintf(stderr, "chkconfig: %s: %s\n", with_overrides.dir, strerror(-error));
	else if ((error = farm_read(&all.farm, DIR_ETC)) < 0)
		(void)fprintf(stderr, "chkconfig: %s: %s\n", all.farm.failed, strerror(-error));
	else
		status = act(command, levels, left > 0 ? base_name(argv[0]) : NULL, left > 1 ? argv[1] : NULL);
	graph_free(&facilities);
	farm_free(&all.farm);
	scripts_free(&all.scripts);
	free(all.start);
	free(all.stop);
	return status;
}
