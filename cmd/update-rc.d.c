/*
 * update-rc.d - what packages call to install and remove the links of an init script.
 *
 * Everything is done by enable.c, in this process; a package gets its links even if what its script requires
 * is not enabled.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../version.h"
#include "enable.h"
#include "farm.h"
#include "scripts.h"
#include "xalloc.h"

static const char usage_text[] =
	"usage: update-rc.d [-f] <basename> remove\n"
	"       update-rc.d [-f] <basename> defaults\n"
	"       update-rc.d [-f] <basename> defaults-disabled\n"
	"       update-rc.d <basename> disable|enable [S|2|3|4|5]\n"
	"\t\t-f: force\n"
	"\n"
	"The disable|enable API is not stable and might change in the future.\n";

#define START_LEVELS "S2345"	/* where a link can be turned over */

static struct {
	const char *name;	/* of the script */
	const char *root;	/* DPKG_ROOT */
	bool dry;
	char **args;		/* behind the action */
	int count;
} call;

/* ---- messages ---- */

static void note(const char *kind, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void
note(const char *kind, const char *fmt, ...)
{
	va_list ap;

	(void)fprintf(stderr, "update-rc.d: %s: ", kind);
	va_start(ap, fmt);
	(void)vfprintf(stderr, fmt, ap);
	va_end(ap);
	(void)fputc('\n', stderr);
}

static int
usage(const char *error)
{
	if (error != NULL)
		note("error", "%s", error);
	(void)fputs(usage_text, stderr);
	return 1;
}

/* ---- the script ---- */

static char *
path_of(const char *dir, const char *name)
{
	size_t size = (call.root != NULL ? strlen(call.root) : 0) + strlen(dir) + strlen(name) + 2;
	char *path = xrealloc(NULL, size);

	(void)snprintf(path, size, "%s%s%s%s", call.root != NULL ? call.root : "", dir, *name ? "/" : "", name);
	return path;
}

static bool
exists(void)
{
	char *path = path_of("/etc/init.d", call.name);
	struct stat st;
	bool there = stat(path, &st) == 0 && S_ISREG(st.st_mode);

	free(path);
	return there;
}

struct header {
	enum lsb_state state;
	unsigned start, stop;	/* levels */
};

/* What its header says; false if there is none anywhere. */
static bool
read_header(struct header *h)
{
	static const char *const dirs[] = { "/etc/insserv/overrides", "/etc/init.d", "/usr/share/insserv/overrides" };

	for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++) {
		char *path = path_of(dirs[i], call.name);
		struct script s;
		bool read = scripts_read_one(&s, path);

		free(path);
		if (!read)
			continue;
		*h = (struct header){ s.lsb.state, script_start_levels(&s), script_stop_levels(&s) };
		free(s.text);
		return true;
	}
	return false;
}

/* The levels in which it has links, of either kind. */
static unsigned
linked_levels(void)
{
	struct farm f;
	char *base = path_of("/etc", "");
	unsigned levels = 0;

	if (farm_read(&f, base) == 0)
		levels = farm_levels(&f, call.name, 'S') | farm_levels(&f, call.name, 'K');
	farm_free(&f);
	free(base);
	return levels;
}

/* ---- the actions ---- */

static int
enable(struct enable e, bool with_name)
{
	char *names[] = { (char *)(uintptr_t)call.name, NULL };

	e.root = call.root;
	e.force = true;
	e.dry = call.dry;
	e.names = names;
	e.count = with_name;
	return enable_run(&e);
}

static int
rejected(int status)
{
	if (status != 0)
		note("error", "insserv rejected the script header");
	return status;
}

static int
defaults(bool disabled)
{
	if (!exists()) {
		note("error", "initscript does not exist: /etc/init.d/%s", call.name);
		return 1;
	}
	if (disabled && linked_levels() != 0)
		return 0;
	return rejected(enable((struct enable){ .to_stop = disabled ? ~0u : 0 }, true));
}

/* Without its script, what is left of it are links that lead nowhere; all such go. */
static int
remove_links(void)
{
	if (exists())
		(void)enable((struct enable){ .remove = true }, true);
	else
		(void)enable((struct enable){ 0 }, false);
	return 0;
}

/* The levels that are given, or those of the header; 0: that has been told. */
static unsigned
levels_to_turn(const char *action)
{
	unsigned levels = 0, linked;
	struct header header;

	if (!read_header(&header)) {
		note("error", "cannot find a LSB script for %s", call.name);
		return 0;
	}
	for (int i = 0; i < call.count; i++) {
		const char *arg = call.args[i];

		if (strlen(arg) == 1 && strchr(START_LEVELS, *arg) != NULL)
			levels |= lsb_level(*arg);
		else
			note("warning", "%s action will have no effect on runlevel %s", action, arg);
	}
	if (call.count == 0 && header.start == 0) {
		note("error", "%s Default-Start contains no runlevels, aborting.", call.name);
		return 0;
	}
	linked = linked_levels() & (call.count == 0 ? header.start : levels);
	if (linked == 0)
		note("error", "no runlevel symlinks to modify, aborting!");
	return linked;
}

static int
turn(bool start)
{
	unsigned levels = levels_to_turn(start ? "enable" : "disable");
	struct enable e = { 0 };

	if (levels == 0)
		return 1;
	*(start ? &e.to_start : &e.to_stop) = levels;
	return rejected(enable(e, true));
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Whether the words are the levels, each once, in any order. */
static bool
are_levels(char **words, size_t count, unsigned levels)
{
	char **sorted = xrealloc(NULL, (count + 1) * sizeof *sorted);
	size_t at = 0;
	bool same = true;

	memcpy(sorted, words, count * sizeof *sorted);
	qsort(sorted, count, sizeof *sorted, by_text);
	for (unsigned i = 0; i < FARM_LEVELS; i++)
		if (levels >> i & 1) {
			same = same && at < count && strcmp(sorted[at], (char[]){ LSB_LEVELS[i], '\0' }) == 0;
			at++;
		}
	free(sorted);
	return same && at == count;
}

static void
compare_levels(const char *kind, const char *key, char **words, size_t count, unsigned header)
{
	const char *blank = "";

	if (are_levels(words, count, header))
		return;
	(void)fprintf(stderr, "update-rc.d: warning: %s runlevel arguments (%s", kind, count == 0 ? "none" : "");
	for (size_t i = 0; i < count; i++)
		(void)fprintf(stderr, "%s%s", i > 0 ? " " : "", words[i]);
	(void)fprintf(stderr, ") do not match %s Default-%s values (%s", call.name, key,
	    header == 0 ? "none" : "");
	for (unsigned i = 0; i < FARM_LEVELS; i++)
		if (header >> i & 1) {
			(void)fprintf(stderr, "%s%c", blank, LSB_LEVELS[i]);
			blank = " ";
		}
	(void)fputs(")\n", stderr);
}

/* start NN LEVEL... . stop NN LEVEL... .  is no more than a question whether the header says the same. */
static int
classic(char **words, int count)
{
	struct {
		char **word;
		size_t count;
	} given[2];
	struct header header;

	if (!exists()) {
		note("error", "unable to read /etc/init.d/%s", call.name);
		return 1;
	}
	if (!read_header(&header) || header.state == LSB_MISSING)
		return defaults(false);
	note("warning", "start and stop actions are no longer supported; falling back to defaults");
	for (size_t i = 0; i < 2; i++) {
		given[i].word = xrealloc(NULL, ((size_t)count + 1) * sizeof *given[i].word);
		given[i].count = 0;
	}
	for (int i = 0; i < count; i++) {
		bool is_stop = strcmp(words[i], "stop") == 0;

		for (i += 2; i < count && strcmp(words[i], ".") != 0; i++)
			given[is_stop].word[given[is_stop].count++] = words[i];
	}
	compare_levels("start", "Start", given[0].word, given[0].count, header.start);
	compare_levels("stop", "Stop", given[1].word, given[1].count, header.stop);
	free(given[0].word);
	free(given[1].word);
	return defaults(false);
}

int
main(int argc, char **argv)
{
	int i = 1;
	const char *action;

	for (; i < argc && *argv[i] == '-'; i++)
		if (strcmp(argv[i], "-f") == 0)
			;	/* the script may still be there: it always may */
		else if (strcmp(argv[i], "-n") == 0)
			call.dry = true;
		else if (strcmp(argv[i], "--version") == 0) {
			(void)puts("update-rc.d (rung) " RUNG_VERSION);
			return 0;
		} else if (strcmp(argv[i], "-h") == 0 || strcmp(argv[i], "--help") == 0) {
			(void)usage(NULL);
			return strcmp(argv[i], "-h") == 0;
		} else
			return usage("unknown option");
	if (argc - i < 2)
		return usage("not enough arguments");
	call.name = argv[i];
	action = argv[i + 1];
	call.args = argv + i + 2;
	call.count = argc - i - 2;
	call.root = getenv("DPKG_ROOT");

	if (strcmp(action, "defaults") == 0)
		return defaults(false);
	if (strcmp(action, "defaults-disabled") == 0)
		return defaults(true);
	if (strcmp(action, "remove") == 0)
		return remove_links();
	if (strcmp(action, "enable") == 0 || strcmp(action, "disable") == 0)
		return turn(*action == 'e');
	if (strcmp(action, "start") == 0 || strcmp(action, "stop") == 0)
		return classic(argv + i + 1, argc - i - 1);
	return usage(NULL);
}
