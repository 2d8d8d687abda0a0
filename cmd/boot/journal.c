#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../xalloc.h"
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

/* ---- text that can be shown ---- */

/* How many bytes the character at p has; 0: it is none, or must not be shown. */
static size_t
shown(const unsigned char *p, size_t left)
{
	size_t len = p[0] < 0x80 ? 1 : p[0] >= 0xc2 && p[0] < 0xe0 ? 2 : p[0] >= 0xe0 && p[0] < 0xf0 ? 3 :
	    p[0] >= 0xf0 && p[0] < 0xf5 ? 4 : 0;
	uint32_t c;

	if (len == 0 || len > left)
		return 0;
	c = len == 1 ? p[0] : p[0] & (0x7fu >> len);
	for (size_t i = 1; i < len; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3f);
	}
	if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (len == 3 && c < 0x800) || (len == 4 && c < 0x10000))
		return 0;
	if ((c >= 0xd800 && c < 0xe000) || c > 0x10ffff || (c & 0xfffe) == 0xfffe)
		return 0;
	/* what turns the direction of a line around could make it say something else */
	if ((c >= 0x200e && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
		return 0;
	return len;
}

const char *
journal_string(const char *text, size_t len)
{
	char *copy = xstrndup(text, len);

	for (size_t i = 0, n; i < len; i += n) {
		n = shown((unsigned char *)copy + i, len - i);
		if (n == 0) {
			copy[i] = '?';
			n = 1;
		}
	}
	return copy;
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

/* A blank in a name is written \\040, as in /proc/mounts; other bytes that would not do, too. */
const char *
journal_name(const char *s, size_t len)
{
	char *copy = xrealloc(NULL, len + 1), *to = copy;

	for (size_t i = 0; i < len; to++) {
		if (s[i] == '\\' && len - i > 3 && s[i + 1] >= '0' && s[i + 1] <= '3' && s[i + 2] >= '0' && s[i + 2] <= '7' &&
		    s[i + 3] >= '0' && s[i + 3] <= '7') {
			*to = (char)((s[i + 1] - '0') << 6 | (s[i + 2] - '0') << 3 | (s[i + 3] - '0'));
			i += 4;
		} else
			*to = s[i++];
	}
	const char *fit = journal_string(copy, (size_t)(to - copy));
	free(copy);
	return fit;
}

/* A field that is `-' stays untold. */
static bool
set(struct journal_event *e, const struct field *f, const char *s, size_t len)
{
	char *at = (char *)e + f->at;

	if (len == 1 && s[0] == '-')
		return true;
	switch (f->kind) {
	case LEVEL:
		*at = len == 1 && s[0] > ' ' && s[0] < 0x7f ? s[0] : '\0';
		return *at != '\0';
	case NUMBER:
		return number(s, len, (long long *)(void *)at);
	case NAME:
		*(const char **)(void *)at = journal_name(s, len);
		return true;
	case NAMES:
		*(const char **)(void *)at = journal_string(s, len);
		return true;
	}
	return false;
}

/* Cut the next word off line; false: there is none. */
static bool
next(const char **line, const char *end, const char **s, size_t *len)
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

static void
parse_line(struct journal *j, const char *line, const char *end)
{
	const char *s;
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
	if (count >= words[word].least)
		return;
	j->count--;
	j->cut++;
}

void
journal_parse(struct journal *j, const char *text, size_t len)
{
	const char *end = text + len, *newline;

	while ((newline = memchr(text, '\n', (size_t)(end - text))) != NULL) {
		parse_line(j, text, newline);
		text = newline + 1;
	}
	j->cut += text < end;
}

int
journal_read(struct journal *j, const char *path)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	char *text = NULL;
	size_t len = 0;
	struct stat st;
	ssize_t n = 0;
	int err = 0;

	if (fd < 0)
		return -errno;
	if (fstat(fd, &st) == 0 && S_ISFIFO(st.st_mode))
		(void)fcntl(fd, F_SETFL, 0);	/* to its end; opened without a wait, so that one nobody writes to is empty */
	else if (!S_ISREG(st.st_mode))
		err = S_ISDIR(st.st_mode) ? -EISDIR : -EINVAL;
	do {
		len += (size_t)n;
		text = xrealloc(text, len + 65536);
		n = err == 0 ? read(fd, text + len, 65536) : 0;
	} while (n > 0);
	if (n < 0)
		err = -errno;
	if (err == 0)
		journal_parse(j, text, len);
	free(text);
	(void)close(fd);
	return err;
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

static void
print_name(const char *s, FILE *to)
{
	if (s == NULL || *s == '\0' || strcmp(s, "-") == 0) {
		(void)fputs(s != NULL && *s != '\0' ? "\\055" : "-", to);
		return;
	}
	for (; *s != '\0'; s++)
		if (*s == ' ' || *s == '\\' || *s == ',')
			(void)fprintf(to, "\\%03o", (unsigned char)*s);
		else
			(void)fputc(*s, to);
}

static void
print_field(const struct journal_event *e, const struct field *f, FILE *to)
{
	const void *at = (const char *)e + f->at;

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
		(void)fputs(*(const char *const *)at != NULL ? *(const char *const *)at : "-", to);
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
