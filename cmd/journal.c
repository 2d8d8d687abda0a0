#include <stdbool.h>
#include <string.h>

#include "xalloc.h"
#include "journal.h"

#define NUMBER_MAX 1000000000000000	/* us of thirty years: sums and differences of such numbers are numbers */

/* A field: its letter, how it is written, where it is kept. */
enum kind { LEVEL, NUMBER, NAME, NAMES };

static const struct field {
	char letter;
	enum kind kind;
	size_t at;
} fields[] = {
	{ 'L', LEVEL, offsetof(struct journal_event, level) },
	{ 'P', LEVEL, offsetof(struct journal_event, previous) },
	{ 'n', NAME, offsetof(struct journal_event, name) },
	{ 'a', NAME, offsetof(struct journal_event, action) },
	{ 'f', NAME, offsetof(struct journal_event, after) },
	{ 'k', NAME, offsetof(struct journal_event, link) },
	{ 'd', NAMES, offsetof(struct journal_event, needed) },
	{ 'r', NAME, offsetof(struct journal_event, reason) },
	{ 'c', NAME, offsetof(struct journal_event, command) },
	{ 'i', NAME, offsetof(struct journal_event, id) },
	{ 'H', NAME, offsetof(struct journal_event, host) },
	{ 'V', NAME, offsetof(struct journal_event, release) },
	{ 'p', NUMBER, offsetof(struct journal_event, pid) },
	{ 's', NUMBER, offsetof(struct journal_event, status) },
	{ 'u', NUMBER, offsetof(struct journal_event, user) },
	{ 'y', NUMBER, offsetof(struct journal_event, system) },
	{ 'm', NUMBER, offsetof(struct journal_event, memory) },
	{ 'o', NUMBER, offsetof(struct journal_event, real) },
	{ 'N', NUMBER, offsetof(struct journal_event, lost) },
};

static const struct word {
	const char *word, *fields;
	size_t least;
} words[] = {
#define X(word, symbol, fields, least) [symbol] = { word, fields, least },
	JOURNAL_WORDS(X)
#undef X
};

static const struct field *
field_of(char letter)
{
	const struct field *f = fields;

	while (f->letter != letter)
		f++;		/* each letter of the table has a row */
	return f;
}

/* ---- reading ---- */

struct journal_event *
journal_add(struct journal *j, usec_t time, enum journal_word word)
{
	j->event = xgrow(j->event, j->count, sizeof *j->event);
	j->event[j->count] = (struct journal_event){ .time = time, .word = word, .user = -1, .system = -1,
		.memory = -1 };
	return &j->event[j->count++];
}

static bool
number(const char *s, size_t len, long long *value)
{
	*value = 0;
	for (size_t i = 0; i < len; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		*value = *value * 10 + (s[i] - '0');
		if (*value > NUMBER_MAX)
			return false;
	}
	return len > 0;
}

/* In place: the text only becomes shorter. */
char *
journal_unescape(char *text)
{
	char *to = text;

	for (const char *from = text; *from != '\0'; to++) {
		if (from[0] == '\\' && from[1] >= '0' && from[1] <= '3' && from[2] >= '0' && from[2] <= '7' && from[3] >= '0' &&
		    from[3] <= '7') {
			*to = (char)((from[1] - '0') << 6 | (from[2] - '0') << 3 | (from[3] - '0'));
			from += 4;
		} else
			*to = *from++;
	}
	*to = '\0';
	return text;
}

/* A field that is `-' stays untold. */
static bool
set(struct journal_event *e, const struct field *f, char *s, size_t len)
{
	char *at = (char *)e + f->at;

	if (len == 1 && s[0] == '-')
		return true;
	s[len] = '\0';	/* a blank has been there, or the end of the line */
	switch (f->kind) {
	case LEVEL:
		*at = len == 1 && s[0] > ' ' && s[0] < 0x7f ? s[0] : '\0';
		return *at != '\0';
	case NUMBER:
		return number(s, len, (long long *)(void *)at);
	case NAME:
		*(const char **)(void *)at = journal_unescape(s);
		return true;
	case NAMES:
		*(const char **)(void *)at = s;
		return true;
	}
	return false;
}

/* Cut the next word off line; false: there is none. */
static bool
next(char **line, const char *end, char **s, size_t *len)
{
	*s = *line;
	if (*line == end)
		return false;
	while (*line < end && **line != ' ')
		++*line;
	*len = (size_t)(*line - *s);
	if (*line < end)
		++*line;
	return true;
}

/* A script or an entry has a name, and there is something in it. */
static bool
is_nobodys(const struct journal_event *e)
{
	return *words[e->word].fields == 'n' && (e->name == NULL || *e->name == '\0');
}

static void
parse_line(struct journal *j, char *line, const char *end)
{
	char *s;
	size_t len = 0, count = 0;
	long long time;
	int word = 0;

	if (!next(&line, end, &s, &len) || !number(s, len, &time) || !next(&line, end, &s, &len))
		return;
	while (word < JOURNAL_WORD_COUNT && (strlen(words[word].word) != len || memcmp(words[word].word, s, len) != 0))
		word++;
	if (word == JOURNAL_WORD_COUNT)
		return;
	struct journal_event *e = journal_add(j, time, (enum journal_word)word);
	for (const char *letter = words[word].fields; *letter != '\0'; letter++, count++) {
		const struct field *f = field_of(*letter);

		if (!next(&line, end, &s, &len) || len == 0 || !set(e, f, s, len))
			break;
	}
	if (count >= words[word].least && !is_nobodys(e))
		return;
	j->count--;
	j->cut++;
}

void
journal_parse(struct journal *j, char *text, size_t len)
{
	char *end = text + len, *newline;

	while ((newline = memchr(text, '\n', (size_t)(end - text))) != NULL) {
		parse_line(j, text, newline);
		text = newline + 1;
	}
	j->cut += text < end;
}

void
journal_each_string(struct journal_event *e, char *(*change)(const char *text, size_t len))
{
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		const char **at = (const char **)(void *)((char *)e + fields[i].at);

		if ((fields[i].kind == NAME || fields[i].kind == NAMES) && *at != NULL)
			*at = change(*at, strlen(*at));
	}
}

void
journal_sort(struct journal *j)
{
	struct journal_event *sorted = xrealloc(NULL, j->count * sizeof *sorted);

	for (size_t width = 1; width < j->count; width *= 2) {
		for (size_t at = 0; at < j->count; at += 2 * width) {
			size_t middle = at + width < j->count ? at + width : j->count;
			size_t end = at + 2 * width < j->count ? at + 2 * width : j->count;
			size_t left = at, right = middle;

			for (size_t i = at; i < end; i++)
				sorted[i] = left < middle && (right == end || j->event[left].time <= j->event[right].time) ?
				    j->event[left++] : j->event[right++];
		}
		memcpy(j->event, sorted, j->count * sizeof *sorted);
	}
	free(sorted);
}

/* ---- writing ---- */

char *
journal_escape(const char *name)
{
	char *text = xrealloc(NULL, 4 * strlen(name) + 1), *end = text;
	bool is_dash = strcmp(name, "-") == 0;

	for (; *name != '\0'; name++)
		if ((unsigned char)*name <= ' ' || *name == '\\' || *name == ',' || *name == 0x7f || is_dash)
			end += sprintf(end, "\\%03o", (unsigned)(unsigned char)*name);
		else
			*end++ = *name;
	*end = '\0';
	return text;
}

static void
print_name(const char *s, FILE *to)
{
	char *text = journal_escape(s != NULL ? s : "");

	(void)fputs(*text != '\0' ? text : "-", to);
	free(text);
}

static void
print_field(const struct journal_event *e, const struct field *f, FILE *to)
{
	const void *at = (const char *)e + f->at;
	const char *s;

	switch (f->kind) {
	case LEVEL:
		(void)fputc(*(const char *)at != '\0' ? *(const char *)at : '-', to);
		return;
	case NUMBER:
		if (*(const long long *)at < 0)
			(void)fputc('-', to);
		else
			(void)fprintf(to, "%lld", *(const long long *)at);
		return;
	case NAMES:
		s = *(const char *const *)at;
		(void)fputs(s != NULL && *s != '\0' ? s : "-", to);
		return;
	case NAME:
		print_name(*(const char *const *)at, to);
		return;
	}
}

void
journal_print(const struct journal *j, FILE *to)
{
	for (size_t i = 0; i < j->count; i++) {
		const struct journal_event *e = &j->event[i];

		(void)fprintf(to, "%lld %s", (long long)e->time, words[e->word].word);
		for (const char *letter = words[e->word].fields; *letter != '\0'; letter++) {
			(void)fputc(' ', to);
			print_field(e, field_of(*letter), to);
		}
		(void)fputc('\n', to);
	}
}

void
journal_free(struct journal *j)
{
	free(j->event);
	*j = (struct journal){ .count = 0 };
}
