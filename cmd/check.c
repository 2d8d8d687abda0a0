#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../command.h"
#include "../inittab.h"
#include "../paths.h"
#include "../trust.h"
#include "check.h"
#include "meant.h"

#define ANSWER_MS 1000	/* how long telinit q waits for the table's files */
#define UTMP_ID 4
#define SUFFIX ".tab"

struct source {
	char *name;
	struct span where;
};

static struct {
	const char *name;	/* of the program */
	FILE *to;
	bool errors_only, own;	/* own: a FILE was given */
	unsigned errors, warnings;
	char *text;
	size_t len;
	struct source *source;
	size_t sources;
} check;

/* ---- the texts ---- */

/* What init will refuse to read as root; a FILE of one's own may be anybody's. */
static void
check_trust(const char *path, const struct stat *st)
{
	const char *why = trust_refusal(st);

	if (why == NULL)
		return;
	(void)fprintf(check.to, "%s: error: %s\n", path, why);
	check.errors++;
}

static bool
add_file(const char *path)
{
	struct stat st;
	char *grown;
	ssize_t n;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	size_t start = check.len;

	if (fd < 0 || fstat(fd, &st) < 0 || (!S_ISREG(st.st_mode) && (errno = EINVAL))) {
		(void)fprintf(check.to, "%s: error: %s\n", path, strerror(errno));
		if (fd >= 0)
			(void)close(fd);
		check.errors++;
		return false;
	}
	if (!check.own)
		check_trust(path, &st);
	do {
		grown = realloc(check.text, check.len + 65536 + 1);
		if (grown == NULL)
			abort();
		check.text = grown;
		n = read(fd, check.text + check.len, 65536);
		check.len += n > 0 ? (size_t)n : 0;
	} while (n > 0);
	(void)close(fd);
	if (check.len > start && check.text[check.len - 1] != '\n')
		check.text[check.len++] = '\n';
	struct source *more = realloc(check.source, (check.sources + 1) * sizeof *more);
	if (more == NULL)
		abort();
	check.source = more;
	check.source[check.sources++] = (struct source){ strdup(path),
	    { (uint32_t)start, (uint32_t)(check.len - start) } };
	return true;
}

static int
is_table(const struct dirent *d)
{
	size_t len = strlen(d->d_name);

	return len > strlen(SUFFIX) && strcmp(d->d_name + len - strlen(SUFFIX), SUFFIX) == 0;
}

static int
by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static void
add_directory(void)
{
	struct dirent **names;
	struct stat st;
	int n = scandir(PATH_INITTAB_D, &names, is_table, by_bytes);

	if (n >= 0 && stat(PATH_INITTAB_D, &st) == 0)
		check_trust(PATH_INITTAB_D, &st);
	for (int i = 0; i < n; i++) {
		char path[sizeof PATH_INITTAB_D + 1 + sizeof names[i]->d_name];

		(void)snprintf(path, sizeof path, PATH_INITTAB_D "/%s", names[i]->d_name);
		(void)add_file(path);
		free(names[i]);
	}
	if (n >= 0)
		free(names);
}

/* ---- saying it ---- */

/* What a file holds is no order to a terminal. */
static void
put_bytes(const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)bytes[i];

		(void)fputc((c < ' ' && c != '\t') || c == 0x7f ? '?' : c, check.to);
	}
}

static void show(bool error, const char *file, unsigned line, struct span text, struct span word,
    const char *fmt, ...) __attribute__((format(printf, 6, 7)));

static void
show(bool error, const char *file, unsigned line, struct span text, struct span word, const char *fmt, ...)
{
	char message[512];
	va_list ap;

	if (error)
		check.errors++;
	else
		check.warnings++;
	if (!error && check.errors_only)
		return;
	(void)fprintf(check.to, "%s:%u:%u: %s: ", file, line, word.at - text.at + 1,
	    error ? "error" : "warning");
	va_start(ap, fmt);
	(void)vsnprintf(message, sizeof message, fmt, ap);
	va_end(ap);
	put_bytes(message, strlen(message));
	(void)fputs("\n  ", check.to);
	put_bytes(check.text + text.at, text.len);
	(void)fputs("\n  ", check.to);
	/* Tabs stay tabs, so that the caret stands below its byte. */
	for (uint32_t i = text.at; i < word.at; i++)
		(void)fputc(check.text[i] == '\t' ? '\t' : ' ', check.to);
	(void)fputc('^', check.to);
	for (uint32_t i = 1; i < word.len && word.at + i < span_end(text); i++)
		(void)fputc('~', check.to);
	(void)fputc('\n', check.to);
}

/* ---- what may have been meant ---- */

static struct meant
meant_by(const char *word, size_t len)
{
	return (struct meant){ word, len, len / 3 + 2, NULL };
}

static const char *
meant_action(const char *word, size_t len)
{
	struct meant m = meant_by(word, len);

	for (enum action a = 0; a < ACT_COUNT; a++)
		meant_consider(&m, inittab_action_word(a));
	return m.best;
}

static const char *
meant_option(const char *word, size_t len)
{
	struct meant m = meant_by(word, len);

	for (const struct option_row *row = options_table; row->name != NULL; row++)
		meant_consider(&m, row->name);
	return m.best;
}

static void
report(const struct inittab_problem *p, const char *text, void *arg)
{
	const char *word = text + p->word.at, *meant = NULL;
	size_t name_len = p->word.len;

	(void)arg;
	switch (p->kind) {
	case BAD_ACTION:
		meant = meant_action(word, p->word.len);
		if (meant != NULL)
			show(true, p->file, p->line, p->text, p->word,
			    "unknown action \"%.*s\"; did you mean \"%s\"?", SPAN_ARG(text, p->word), meant);
		else
			show(true, p->file, p->line, p->text, p->word, "unknown action \"%.*s\"",
			    SPAN_ARG(text, p->word));
		return;
	case BAD_OPTION:
		for (size_t i = 0; i < p->word.len; i++)
			if (word[i] == '=' && name_len == p->word.len)
				name_len = i;
		if (strncmp(p->message, "unknown", 7) == 0)
			meant = meant_option(word, name_len);
		if (meant != NULL)
			show(true, p->file, p->line, p->text, p->word, "%s; did you mean \"%s\"?", p->message,
			    meant);
		else
			show(true, p->file, p->line, p->text, p->word, "%s", p->message);
		return;
	case BAD_ID:
	case BAD_LEVELS:
	case BAD_PROCESS:
	case NO_ACTION:
	case BAD_DUPLICATE:
	case BAD_BYTE:
		show(true, p->file, p->line, p->text, p->word, "%s", p->message);
		return;
	}
}

/* ---- warnings about entries that are good ---- */

static const struct source *
source_of(const struct inittab_entry *e, unsigned *line)
{
	const struct source *s = check.source;

	while (e->line.at >= span_end(s->where))
		s++;
	*line = 1;
	for (uint32_t i = s->where.at; i < e->line.at; i++)
		*line += check.text[i] == '\n';
	return s;
}

/* The whole line, with the blanks in front that the entry's own span leaves out. */
static struct span
whole_line(const struct inittab_entry *e)
{
	struct span line = e->line;

	while (line.at > 0 && check.text[line.at - 1] != '\n')
		line = (struct span){ line.at - 1, line.len + 1 };
	return line;
}

#define WARN(e, word, ...) do {							\
		unsigned at_line;						\
		const struct source *from = source_of(e, &at_line);		\
		show(false, from->name, at_line, whole_line(e), word, __VA_ARGS__);	\
	} while (0)

static void
check_id(const struct inittab *t, uint32_t i)
{
	const struct inittab_entry *e = &t->entries[i];
	const char *id = check.text + e->id.at;

	if (memchr(id, '\t', e->id.len) != NULL || memchr(id, ' ', e->id.len) != NULL)
		WARN(e, e->id, "blanks belong to the id \"%.*s\"", SPAN_ARG(check.text, e->id));
	for (uint32_t j = 0; j < i; j++) {
		const struct inittab_entry *other = &t->entries[j];

		if (other->bad || (e->id.len <= UTMP_ID && other->id.len <= UTMP_ID) ||
		    e->id.len < UTMP_ID || other->id.len < UTMP_ID ||
		    memcmp(check.text + other->id.at, id, UTMP_ID) != 0)
			continue;
		WARN(e, e->id, "id \"%.*s\" has its first four bytes in common with \"%.*s\": "
		    "they share one utmp record", SPAN_ARG(check.text, e->id), SPAN_ARG(check.text, other->id));
		return;
	}
}

static void
check_levels(const struct inittab_entry *e)
{
	for (uint32_t i = 0; i < e->levels.len; i++) {
		struct span one = { e->levels.at + i, 1 };
		char c = check.text[one.at];

		if (inittab_level(c) == 0 || c == LEVEL_SYSINIT || c == LEVEL_BOOT)
			WARN(e, one, "'%c' is no runlevel", c >= ' ' && c < 0x7f ? c : '?');
	}
}

static bool
is_program(const char *word)
{
	char path[4096];
	const char *dirs = PATH_SEARCH;

	if (strchr(word, '/') != NULL)
		return access(word, X_OK) == 0;
	for (; *dirs != '\0'; dirs += strcspn(dirs, ":"), dirs += *dirs == ':') {
		(void)snprintf(path, sizeof path, "%.*s/%s", (int)strcspn(dirs, ":"), dirs, word);
		if (access(path, X_OK) == 0)
			return true;
	}
	return false;
}

static void
check_program(const struct inittab_entry *e)
{
	const char *process = check.text + e->process.at;
	char *words[1] = { NULL };
	struct span place = { e->process.at, 0 };

	if (inittab_action_traits((enum action)e->action) & NO_RUN)
		return;
	if (command_way(process, e->process.len, e->no_shell) == COMMAND_SHELL)
		return;		/* the shell finds out */
	char *copy = strndup(process, e->process.len);
	if (copy == NULL || command_words(copy, words, 1) == 0)
		WARN(e, place, "no command");
	else {
		size_t n = strcspn(words[0], " \t");

		words[0][n] = '\0';
		place = (struct span){ e->process.at + (uint32_t)(words[0] - copy), (uint32_t)n };
		if (!is_program(words[0]))
			WARN(e, place, "no program %s", words[0]);
	}
	free(copy);
}

static void
check_default(const struct inittab *t)
{
	const struct inittab_entry *def = NULL;
	int level, bad;
	bool used = false;

	for (uint32_t i = 0; i < t->count && def == NULL; i++)
		if (!t->entries[i].bad && t->entries[i].action == ACT_INITDEFAULT)
			def = &t->entries[i];
	if (def == NULL)
		return;		/* init asks on the console: allowed */
	level = inittab_default(def, check.text, &bad);
	if (level == 0) {
		WARN(def, def->levels, "no usable level: it will be asked for on the console");
		return;
	}
	for (uint32_t i = 0; i < t->count; i++) {
		const struct inittab_entry *e = &t->entries[i];

		used |= !e->bad && (e->mask & inittab_level(level)) &&
		    !(inittab_action_traits((enum action)e->action) & (EVENT | NO_RUN));
	}
	if (!used && level != 'S')
		WARN(def, def->levels, "no entry runs in the default level %c", level);
}

static void
check_entries(void)
{
	struct inittab t;
	void *memory = calloc(1, inittab_begin(&t, check.text, check.len));

	if (memory == NULL)
		abort();
	inittab_use(&t, memory);
	for (size_t i = 0; i < check.sources; i++)
		inittab_parse(&t, check.source[i].name, check.source[i].where, report, NULL);
	for (uint32_t i = 0; i < t.count && !check.errors_only; i++) {
		if (t.entries[i].bad)
			continue;
		check_id(&t, i);
		check_levels(&t.entries[i]);
		check_program(&t.entries[i]);
	}
	if (!check.errors_only)
		check_default(&t);
	free(memory);
}

static int
run(const char *name, const char *file, FILE *to)
{
	check.name = name;
	check.to = to;
	check.own = file != NULL;
	if (add_file(file != NULL ? file : PATH_INITTAB) || file == NULL) {
		if (file == NULL)
			add_directory();
		if (check.text != NULL)
			check_entries();
	}
	for (size_t i = 0; i < check.sources; i++)
		free(check.source[i].name);
	free(check.source);
	free(check.text);
	return check.errors > 0 ? 2 : check.warnings > 0 ? 1 : 0;
}

int
check_main(const char *name, const char *file)
{
	return run(name, file, stdout);
}

void
check_before_reload(const char *name)
{
	struct pollfd end = { .events = POLLIN };
	int p[2];

	if (pipe(p) < 0)
		return;
	/* Who waits for a file system that does not answer may not even be killed. */
	pid_t pid = fork();
	if (pid == 0) {
		check.errors_only = true;
		(void)close(p[0]);
		(void)run(name, NULL, stderr);
		_exit(0);
	}
	(void)close(p[1]);
	end.fd = p[0];
	if (pid > 0 && poll(&end, 1, ANSWER_MS) == 0)
		(void)fprintf(stderr, "%s: %s: no answer yet; not checked\n", name, PATH_INITTAB);
	(void)close(p[0]);
}
