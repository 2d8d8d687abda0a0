#include <string.h>
#include <strings.h>

#include "lsb.h"
#include "meant.h"

#define BEGIN "### BEGIN INIT INFO"
#define END "### END INIT INFO"
#define NUMBER_MAX 99	/* of a link */
#define SLIPS_MAX 2	/* letters of a keyword that are wrong: more, and it is another word */

#define X(word, symbol) [symbol] = word,
static const char *const key_names[] = { LSB_KEYS(X) };
#undef X

const char *
lsb_key_name(enum lsb_key key)
{
	return key_names[key];
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

static struct span
trimmed(const char *text, struct span s)
{
	while (s.len > 0 && is_blank(text[s.at]))
		s.at++, s.len--;
	while (s.len > 0 && is_blank(text[s.at + s.len - 1]))
		s.len--;
	return s;
}

static bool
starts_with(const char *text, struct span s, const char *word)
{
	size_t n = strlen(word);

	return s.len >= n && strncasecmp(text + s.at, word, n) == 0;
}

static bool
contains(const char *text, struct span s, const char *word)
{
	return memmem(text + s.at, s.len, word, strlen(word)) != NULL;
}

static struct span
behind(struct span s, size_t n)
{
	return (struct span){ s.at + (uint32_t)n, s.len - (uint32_t)n };
}

unsigned
lsb_level(char c)
{
	const char *at = c != '\0' ? strchr(LSB_LEVELS, c) : NULL;

	if (at != NULL)
		return 1u << (at - LSB_LEVELS);
	return c == 's' || c == 'b' || c == 'B' ? LSB_LEVEL_S : 0;
}

bool
lsb_word(const char *text, struct span *list, struct span *word)
{
	static const char separators[] = " \t,;\r\v\f";

	while (list->len > 0 && memchr(separators, text[list->at], sizeof separators - 1) != NULL)
		*list = behind(*list, 1);
	*word = (struct span){ list->at, 0 };
	while (list->len > 0 && memchr(separators, text[list->at], sizeof separators - 1) == NULL) {
		word->len++;
		*list = behind(*list, 1);
	}
	return word->len > 0;
}

unsigned
lsb_levels(const char *text, struct span list)
{
	struct span word;
	unsigned levels = 0;

	while (lsb_word(text, &list, &word))
		levels |= word.len == 1 ? lsb_level(text[word.at]) : 0;
	return levels;
}

/* Some spell the optional lists X-VENDOR-Should-Start. */
static struct span
without_vendor(const char *text, struct span line)
{
	if (starts_with(text, line, "X-"))
		for (uint32_t i = 2; i + 7 < line.len && text[line.at + i] != ':'; i++)
			if (text[line.at + i - 1] == '-' && starts_with(text, behind(line, i), "Should-"))
				return behind(line, i);
	return line;
}

/* A line of the header: "# KEYWORD: VALUE". */
static void
take_keyword(struct lsb *h, const char *text, struct span line, unsigned number)
{
	if (line.len == 0 || text[line.at] != '#')
		return;
	line = without_vendor(text, trimmed(text, behind(line, 1)));
	for (int key = 0; key < LSB_KEY_COUNT; key++) {
		size_t n = strlen(key_names[key]);

		if (!starts_with(text, line, key_names[key]) || line.len == n || text[line.at + n] != ':')
			continue;
		if (lsb_has(h, (enum lsb_key)key))
			return;
		h->keys |= 1u << key;
		h->value[key] = trimmed(text, behind(line, n + 1));
		h->line[key] = number;
		return;
	}
}

static bool
take_number(const char *text, struct span *list, unsigned char *number)
{
	struct span word;
	unsigned n = 0;

	if (!lsb_word(text, list, &word) || word.len > 2)
		return false;
	for (uint32_t i = 0; i < word.len; i++) {
		char c = text[word.at + i];

		if (c < '0' || c > '9')
			return false;
		n = n * 10 + (unsigned)(c - '0');
	}
	*number = (unsigned char)n;
	return n <= NUMBER_MAX;
}

/* A comment anywhere in the script: "# chkconfig: 2345 80 20", "# description: TEXT". */
static void
take_chkconfig(struct lsb *h, const char *text, struct span line)
{
	if (line.len == 0 || text[line.at] != '#')
		return;
	line = trimmed(text, behind(line, 1));
	if (starts_with(text, line, "chkconfig:") && !h->has_chkconfig) {
		line = behind(line, strlen("chkconfig:"));
		h->has_chkconfig = lsb_word(text, &line, &h->chkconfig_levels) &&
		    take_number(text, &line, &h->chkconfig_start) &&
		    take_number(text, &line, &h->chkconfig_stop);
	} else if (starts_with(text, line, "description:") && h->description.len == 0)
		h->description = trimmed(text, behind(line, strlen("description:")));
}

/* "#!/sbin/openrc-run", wherever that is */
static bool
is_for_openrc(const char *text, struct span line)
{
	static const char name[] = "/openrc-run";
	struct span word;

	if (!starts_with(text, line, "#!"))
		return false;
	line = behind(line, 2);
	return lsb_word(text, &line, &word) && word.len >= sizeof name - 1 &&
	    memcmp(text + word.at + word.len - (sizeof name - 1), name, sizeof name - 1) == 0;
}

/* Go on to the next line, or to the first from { 0, 0 } and number 0: false at the end of the text. */
static bool
next_line(const char *text, size_t len, struct span *line, unsigned *number)
{
	const char *end;

	line->at += *number > 0 ? line->len + 1 : 0;
	if (line->at >= len)
		return false;
	end = memchr(text + line->at, '\n', len - line->at);
	line->len = (uint32_t)(end != NULL ? (size_t)(end - text) : len) - line->at;
	++*number;
	return true;
}

void
lsb_parse(struct lsb *h, const char *text, size_t len)
{
	struct span line = { 0, 0 };
	unsigned number = 0;

	*h = (struct lsb){ 0 };
	while (next_line(text, len, &line, &number)) {
		if (number == 1)
			h->openrc = is_for_openrc(text, line);
		if (h->state == LSB_BROKEN) {
			if (contains(text, line, END))
				h->state = LSB_WHOLE;
			else
				take_keyword(h, text, line, number);
		} else if (h->state == LSB_MISSING && contains(text, line, BEGIN)) {
			h->state = LSB_BROKEN;	/* until its end is found */
			h->begin = number;
		} else
			take_chkconfig(h, text, line);
	}
}

/* ---- what may have been meant ---- */

static bool
is_of_keyword(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

/* The word of a line "# WORD:", unless it is indented, as the further lines of a description are. */
static struct span
word_of_keyword(const char *text, struct span line)
{
	struct span word;

	line = behind(line, 1);
	if (line.len > 0 && text[line.at] == ' ')
		line = behind(line, 1);
	line = without_vendor(text, line);
	word = (struct span){ line.at, 0 };
	while (word.len < line.len && is_of_keyword(text[word.at + word.len]))
		word.len++;
	if (word.len == line.len || text[span_end(word)] != ':')
		word.len = 0;
	return word;
}

static bool
is_word(const char *text, struct span word, const char *name)
{
	return strlen(name) == word.len && starts_with(text, word, name);
}

/* The keyword that a word nearly is; NULL: none, or it is one. */
static const char *
meant_keyword(const char *text, struct span word)
{
	struct meant m = { text + word.at, word.len, SLIPS_MAX + 1, NULL };

	for (int key = 0; key < LSB_KEY_COUNT; key++) {
		if (is_word(text, word, key_names[key]))
			return NULL;
		meant_consider(&m, key_names[key]);
	}
	return m.best;
}

static void
doubt_levels(const char *text, struct lsb_doubt *d, uint32_t line_at, struct span list, lsb_report *report, void *arg)
{
	d->kind = LSB_NO_LEVEL;
	d->meant = NULL;
	while (lsb_word(text, &list, &d->word))
		if (d->word.len > 1 || lsb_level(text[d->word.at]) == 0) {
			d->column = d->word.at - line_at + 1;
			report(d, arg);
		}
}

void
lsb_doubts(const struct lsb *h, const char *text, size_t len, lsb_report *report, void *arg)
{
	struct lsb_doubt d = { 0 };
	struct span line = { 0, 0 };

	while (next_line(text, len, &line, &d.line)) {
		if (h->begin == 0 || d.line <= h->begin || line.len == 0 || text[line.at] != '#')
			continue;
		if (contains(text, line, END))
			return;
		for (int key = LSB_DEFAULT_START; key <= LSB_DEFAULT_STOP; key++)
			if (h->line[key] == d.line)
				doubt_levels(text, &d, line.at, h->value[key], report, arg);
		d.word = word_of_keyword(text, line);
		d.meant = d.word.len > 0 ? meant_keyword(text, d.word) : NULL;
		if (d.meant != NULL) {
			d.kind = LSB_UNKNOWN_KEYWORD;
			d.column = d.word.at - line.at + 1;
			report(&d, arg);
		}
	}
}
