#include <string.h>

#include "format.h"
#include "inittab.h"

static const struct {
	const char *word;
	unsigned traits;
} actions[ACT_COUNT] = {
#define X(word, symbol, traits) [symbol] = { word, traits },
	INITTAB_ACTIONS(X)
#undef X
};

const char *
inittab_action_word(enum action a)
{
	return actions[a].word;
}

unsigned
inittab_action_traits(enum action a)
{
	return actions[a].traits;
}

/* Is text the word in any case?  That is of small letters, which differ from capitals in one bit. */
static bool
is_word(const char *word, const char *text, size_t len)
{
	size_t i = 0;

	while (i < len && word[i] == (text[i] | 0x20))
		i++;
	return i == len && word[i] == '\0';
}

enum action
inittab_action(const char *word, size_t len)
{
	for (enum action a = 0; a < ACT_COUNT; a++)
		if (is_word(actions[a].word, word, len))
			return a;
	return ACT_COUNT;
}

levels_t
inittab_level(int c)
{
	/* The bit is the place in this string; lower case folds to upper. */
	static const char names[] = "0123456789SABC#*";

	if (c >= '0' && c <= '9')
		return (levels_t)(1u << (c - '0'));	/* nearly all are */
	if (c >= 'a' && c <= 'z')
		c -= 'a' - 'A';
	const char *p = c != '\0' ? strchr(names, c) : NULL;
	return p != NULL ? (levels_t)(1u << (p - names)) : 0;
}

uint32_t
inittab_hash(const char *s, size_t len)
{
	uint32_t h = 2166136261u;	/* FNV-1a */

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)s[i]) * 16777619u;
	return h;
}

static uint32_t
count_of(const char *text, size_t len, char c)
{
	uint32_t n = 0;
	const char *end = text + len;

	for (const char *p = text; (p = memchr(p, c, (size_t)(end - p))) != NULL; p++)
		n++;
	return n;
}

static uint32_t
power_of_two(uint32_t n)
{
	uint32_t size = 16;

	while (size < n)
		size *= 2;
	return size;
}

/* Upper bounds: pages that are not touched cost nothing. */
size_t
inittab_begin(struct inittab *t, const char *text, size_t len)
{
	memset(t, 0, sizeof *t);
	t->text = text;
	t->room = count_of(text, len, '\n') + 32;	/* lines that init adds itself */
	t->options_room = count_of(text, len, ',') + 1;
	if (t->options_room > t->room)
		t->options_room = t->room;
	t->heads_mask = power_of_two(t->room) - 1;
	return t->room * sizeof *t->entries + t->options_room * sizeof *t->options +
	    (t->heads_mask + 1) * sizeof *t->heads;
}

void
inittab_use(struct inittab *t, void *memory)
{
	t->entries = memory;
	t->options = (struct options *)(void *)(t->entries + t->room);
	t->heads = (uint32_t *)(void *)(t->options + t->options_room);
}

/* In heads and next, 0 is none and i + 1 is entry i: zero bytes are an empty hash. */
static uint32_t *
head_of(const struct inittab *t, uint32_t hash)
{
	return &t->heads[hash & t->heads_mask];
}

/* The first one with that id in the chain that begins with i. */
static uint32_t
find(const struct inittab *t, uint32_t i, const char *id, size_t len)
{
	for (; i != 0; i = t->entries[i - 1].next) {
		const struct inittab_entry *e = &t->entries[i - 1];

		if (e->id.len == len && memcmp(t->text + e->id.at, id, len) == 0)
			return i - 1;
	}
	return INITTAB_NONE;
}

uint32_t
inittab_find(const struct inittab *t, const char *id, size_t len, uint32_t from)
{
	return find(t, from == INITTAB_NONE ? *head_of(t, inittab_hash(id, len)) : t->entries[from].next, id, len);
}

static void
append(struct inittab *t, const struct inittab_entry *e)
{
	uint32_t *link = head_of(t, e->hash);

	if (t->count == t->room)
		return;		/* bounds() counted the lines: cannot happen */
	/* At the end of the chain: entries that share an id are found in file order. */
	while (*link != 0)
		link = &t->entries[*link - 1].next;
	t->entries[t->count++] = *e;
	*link = t->count;
}

struct reading {
	struct inittab *t;
	struct inittab_problem problem;
	inittab_report *report;
	void *arg;
	struct span action;
	bool failed;
	bool has_nul;		/* somewhere in the file */
};

static bool
has_nul(const struct reading *r, struct span s)
{
	return r->has_nul && memchr(r->t->text + s.at, '\0', s.len) != NULL;
}

static void
problem(struct reading *r, enum inittab_kind kind, struct span word, const char *message)
{
	r->failed = true;
	r->problem.kind = kind;
	r->problem.word = word;
	(void)format(r->problem.message, sizeof r->problem.message, "%s", message);
}

static void
tell(struct reading *r)
{
	if (r->report != NULL)
		r->report(&r->problem, r->t->text, r->arg);
}

/* The place of the first c in s, or its end.  Fields are shorter than what memchr(3) needs to get going. */
static uint32_t
place_of(const char *text, struct span s, char c)
{
	while (s.len > 0 && text[s.at] != c) {
		s.at++;
		s.len--;
	}
	return s.at;
}

/* Cut the line at its first three colons; return the number of fields found. */
static int
split(const char *text, struct span line, struct span field[4])
{
	uint32_t at = line.at;
	int n = 0;

	for (; n < 3; n++) {
		uint32_t colon = place_of(text, (struct span){ at, span_end(line) - at }, ':');

		if (colon == span_end(line))
			break;
		field[n] = (struct span){ at, colon - at };
		at = colon + 1;
	}
	field[n] = (struct span){ at, span_end(line) - at };
	for (int i = n + 1; i < 4; i++)
		field[i] = (struct span){ span_end(line), 0 };
	return n + 1;
}

static levels_t
mask_of(const char *text, struct span levels, enum action a)
{
	levels_t mask = 0;

	if (a == ACT_SYSINIT)
		return inittab_level(LEVEL_SYSINIT);
	if (a == ACT_BOOT || a == ACT_BOOTWAIT)
		return inittab_level(LEVEL_BOOT);
	if (levels.len == 0)
		return LEVELS_ALL | (actions[a].traits & FRONT ? inittab_level('S') : 0);
	for (uint32_t i = levels.at; i < span_end(levels); i++)
		if (text[i] != LEVEL_SYSINIT && text[i] != LEVEL_BOOT)
			mask |= inittab_level(text[i]);
	return mask;
}

static void
strip_prefixes(const char *text, struct inittab_entry *e)
{
	if (e->process.len > 0 && text[e->process.at] == '+') {
		e->no_utmp = true;
		e->process = (struct span){ e->process.at + 1, e->process.len - 1 };
	}
	if (e->process.len > 0 && text[e->process.at] == '@') {
		e->no_shell = true;
		e->process = (struct span){ e->process.at + 1, e->process.len - 1 };
	}
}

static void
read_options(struct reading *r, struct inittab_entry *e, struct span where)
{
	struct inittab *t = r->t;
	struct options *o = &t->options[t->options_count];
	struct span word;
	char why[128];

	if (t->options_count == t->options_room)
		return;		/* bounds() counted the commas: cannot happen */
	*o = options_default;
	if (!options_parse(o, t->text, where, &word, why, sizeof why)) {
		problem(r, BAD_OPTION, word, why);
		return;
	}
	t->options_count++;
	e->options = o;
	if (o->nolog)
		e->no_utmp = true;
}

/* The checks in the classic order: where several apply, the last one is told. */
static void
read_fields(struct reading *r, struct inittab_entry *e)
{
	const char *text = r->t->text;
	struct span field[4];
	int fields = split(text, e->line, field);
	struct span word = { field[2].at, place_of(text, field[2], ',') - field[2].at };
	char message[128];

	e->id = field[0];
	e->levels = field[1];
	e->process = field[3];
	e->action = (uint8_t)inittab_action(text + word.at, word.len);
	e->options = &options_default;
	r->action = word;

	if (e->id.len == 0)
		problem(r, BAD_ID, e->id, "missing id field");
	if (fields < 2)
		problem(r, BAD_LEVELS, field[1], "missing runlevel field");
	if (fields < 4)
		problem(r, BAD_PROCESS, field[3], "missing process field");
	if (word.len == 0)
		problem(r, NO_ACTION, word, "missing action field");
	else if (e->action == ACT_COUNT) {
		(void)format(message, sizeof message, "%.*s: unknown action field",
		    SPAN_ARG(text, word));
		problem(r, BAD_ACTION, word, message);
	}
	if (has_nul(r, e->line))
		problem(r, BAD_BYTE, e->line, "NUL byte in the line");
	if (r->failed)
		return;
	strip_prefixes(text, e);
	e->mask = mask_of(text, e->levels, (enum action)e->action);
	if (word.len < field[2].len)
		read_options(r, e, (struct span){ span_end(word) + 1, field[2].len - word.len - 1 });
}

/* Only ~~ may repeat.  A good line takes the place of a bad one with its id. */
static bool
is_duplicate(struct reading *r, const struct inittab_entry *e)
{
	struct inittab *t = r->t;
	const char *id = t->text + e->id.at;
	uint32_t other = find(t, *head_of(t, e->hash), id, e->id.len);
	char message[128];

	if (other == INITTAB_NONE || (e->id.len == 2 && memcmp(id, "~~", 2) == 0))
		return false;
	if (t->entries[other].bad) {
		if (r->failed)
			return true;	/* one of the kind is enough: nothing is known of either but the id */
		t->entries[other].id.len = 0;
		return false;
	}
	if (!r->failed) {
		(void)format(message, sizeof message, "duplicate ID field \"%.*s\"",
		    SPAN_ARG(t->text, e->id));
		problem(r, BAD_DUPLICATE, e->id, message);
	}
	return true;
}

static void
read_line(struct reading *r, struct span line)
{
	struct inittab_entry e = { .line = line };
	const char *text = r->t->text;

	while (e.line.len > 0 && (text[e.line.at] == ' ' || text[e.line.at] == '\t'))
		e.line = (struct span){ e.line.at + 1, e.line.len - 1 };
	/* All of them: a line is read again after an exec, and must be the same then. */
	while (e.line.len > 0 && text[span_end(e.line) - 1] == '\r')
		e.line.len--;
	if (e.line.len == 0 || text[e.line.at] == '#')
		return;
	r->problem.text = line;
	r->failed = false;
	read_fields(r, &e);
	e.hash = inittab_hash(text + e.id.at, e.id.len);
	bool duplicate = e.id.len > 0 && is_duplicate(r, &e);
	if (r->failed) {
		e.bad = true;
		e.options = &options_default;
		tell(r);
	}
	if (!duplicate && e.id.len > 0 && !has_nul(r, e.id))
		append(r->t, &e);
}

void
inittab_parse(struct inittab *t, const char *file, struct span where,
    inittab_report *report, void *arg)
{
	struct reading r = { .t = t, .report = report, .arg = arg, .problem.file = file,
		.has_nul = memchr(t->text + where.at, '\0', where.len) != NULL };
	uint32_t at = where.at;

	while (at < span_end(where)) {
		const char *newline = memchr(t->text + at, '\n', span_end(where) - at);
		uint32_t end = newline != NULL ? (uint32_t)(newline - t->text) : span_end(where);

		r.problem.line++;
		read_line(&r, (struct span){ at, end - at });
		at = end + 1;
	}
}

const char *
inittab_implied_levels(const struct inittab_entry *e)
{
	if (e->action == ACT_SYSINIT)
		return "#";
	if (e->action == ACT_BOOT || e->action == ACT_BOOTWAIT)
		return "*";
	if (e->levels.len > 0)
		return NULL;
	return actions[e->action].traits & FRONT ? "S0123456789" : "0123456789";
}

bool
inittab_has_single(const struct inittab *t)
{
	for (uint32_t i = 0; i < t->count; i++) {
		const struct inittab_entry *e = &t->entries[i];

		if (!e->bad && (e->mask & inittab_level('S')) != 0 &&
		    (actions[e->action].traits & (EVENT | NO_RUN)) == 0)
			return true;
	}
	return false;
}

int
inittab_default(const struct inittab_entry *e, const char *text, int *bad)
{
	int level = 0;

	*bad = 0;
	for (uint32_t i = e->levels.at; i < span_end(e->levels); i++)
		if ((unsigned char)text[i] > level)
			level = (unsigned char)text[i];
	if (level >= 'a' && level <= 'z')
		level -= 'a' - 'A';
	if (level == 0 || level == 'S' || (level >= '0' && level <= '9'))
		return level;
	*bad = level;
	return 0;
}

/* Words of a command that starts a getty: its name, and the device among its arguments. */
static struct span
next_word(const char *text, struct span *rest)
{
	struct span word;

	while (rest->len > 0 && (text[rest->at] == ' ' || text[rest->at] == '\t'))
		*rest = (struct span){ rest->at + 1, rest->len - 1 };
	word = (struct span){ rest->at, 0 };
	while (word.len < rest->len && text[word.at + word.len] != ' ' && text[word.at + word.len] != '\t')
		word.len++;
	*rest = (struct span){ span_end(word), rest->len - word.len };
	return word;
}

static struct span
without_dev(const char *text, struct span name)
{
	static const char dev[] = "/dev/";

	if (name.len > sizeof dev - 1 && memcmp(text + name.at, dev, sizeof dev - 1) == 0)
		return (struct span){ name.at + (uint32_t)(sizeof dev - 1),
		    name.len - (uint32_t)(sizeof dev - 1) };
	return name;
}

static bool
starts_with(const char *text, struct span s, const char *with)
{
	size_t len = strlen(with);

	return s.len >= len && memcmp(text + s.at, with, len) == 0;
}

bool
inittab_device(const struct inittab_entry *e, const char *text, char *buf, size_t size)
{
	struct span rest = e->process, word;

	if (e->options->tty.len > 0)
		return options_decode(text, without_dev(text, e->options->tty), buf, size);
	word = next_word(text, &rest);
	if (word.len < 5 || memcmp(text + span_end(word) - 5, "getty", 5) != 0)
		return false;
	while ((word = next_word(text, &rest)).len > 0) {
		word = without_dev(text, word);
		if (word.len + 1 > size || text[word.at] == '-')
			continue;
		if (starts_with(text, word, "tty") || starts_with(text, word, "hvc") ||
		    (word.len == 7 && starts_with(text, word, "console"))) {
			memcpy(buf, text + word.at, word.len);
			buf[word.len] = '\0';
			return true;
		}
	}
	return false;
}
