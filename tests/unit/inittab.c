#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

/* An entry as "ID LEVELS ACTION PROCESS", then + @ and BAD as they apply. */
static void
describe(const struct inittab *t, const struct inittab_entry *e, char *to, size_t size)
{
	static const char names[] = "0123456789SABC#*";
	char levels[sizeof names];
	size_t n = 0;

	for (size_t i = 0; i < sizeof names - 1; i++)
		if (e->mask & inittab_level(names[i]))
			levels[n++] = names[i];
	levels[n] = '\0';
	(void)snprintf(to, size, e->bad ? "%.*s BAD" : "%.*s %s %s %.*s%s%s", SPAN_ARG(t->text, e->id),
	    levels, e->action < ACT_COUNT ? inittab_action_word((enum action)e->action) : "?",
	    SPAN_ARG(t->text, e->process), e->no_utmp ? " +" : "", e->no_shell ? " @" : "");
}

static void
dump(const struct inittab *t, char *to, size_t size)
{
	size_t len = 0;

	to[0] = '\0';
	for (uint32_t i = 0; i < t->count; i++) {
		if (t->entries[i].id.len == 0)
			continue;	/* a better one took its place */
		describe(t, &t->entries[i], to + len, size - len);
		len += strlen(to + len);
		(void)snprintf(to + len, size - len, "\n");
		len += strlen(to + len);
	}
}

struct row {
	const char *text;
	size_t len;
	const char *entries, *problems;
};
#define ROW(text, entries, problems) { text, sizeof(text) - 1, entries, problems }

static void
check_rows(const struct row *row, size_t count)
{
	static char got[8192];

	for (; count > 0; row++, count--) {
		struct parsed p;

		check_row = row->text;
		parsed_read(&p, row->text, row->len);
		dump(&p.t, got, sizeof got);
		CHECK_TEXT(got, row->entries);
		CHECK_TEXT(p.problems, row->problems);
		parsed_free(&p);
	}
}

static void
lines(void)
{
	static const struct row rows[] = {
		ROW("", "", ""),
		ROW("\n", "", ""),
		ROW("\n\n\n", "", ""),
		ROW(" \t \n", "", ""),
		ROW("# a comment", "", ""),
		ROW(" \t# one behind blanks\n", "", ""),
		ROW("#:::\n", "", ""),
		ROW("a1:2:once:/bin/x\n", "a1 2 once /bin/x\n", ""),
		ROW(" \ta1:2:once:/bin/x\n", "a1 2 once /bin/x\n", ""),
		ROW("a1:2:once:/bin/x", "a1 2 once /bin/x\n", ""),
		ROW("a1:2:once:/bin/x\r\n", "a1 2 once /bin/x\n", ""),
		ROW("a1:2:once:/bin/x\r", "a1 2 once /bin/x\n", ""),
		ROW("\r\n# c\r\n \r\na1:2:once:/bin/x\r\n", "a1 2 once /bin/x\n", ""),
		ROW("a1:2:once:/bin/x\r\r\n", "a1 2 once /bin/x\n", ""),
		ROW("a1:2:once:/bin/x # words\n", "a1 2 once /bin/x # words\n", ""),
		ROW("a1:2:once:/bin/x \\\nb1:2:once:/bin/y\n", "a1 2 once /bin/x \\\nb1 2 once /bin/y\n", ""),
		ROW("a1:2:once:/bin/x a:b::c\n", "a1 2 once /bin/x a:b::c\n", ""),
		ROW("a1:2:once: /bin/x \n", "a1 2 once  /bin/x \n", ""),
		ROW("a1:2:once:\n", "a1 2 once \n", ""),
		ROW("a 1 :2:once:x\n", "a 1  2 once x\n", ""),
		ROW("\xc3\xa4:2:once:\xff\n", "\xc3\xa4 2 once \xff\n", ""),
		ROW("a-much-longer-id:2:once:x\n", "a-much-longer-id 2 once x\n", ""),
		ROW("a1:01234567890123456789:once:x\n", "a1 0123456789 once x\n", ""),
	};

	check_rows(rows, COUNT(rows));
}

static void
bad_lines(void)
{
	static const struct row rows[] = {
		ROW(":2:once:x\n", "", "1: missing id field\n"),
		ROW("a1\n", "a1 BAD\n", "1: missing action field\n"),
		ROW("a1:2\n", "a1 BAD\n", "1: missing action field\n"),
		ROW("a1:2:\n", "a1 BAD\n", "1: missing action field\n"),
		ROW("a1:2::x\n", "a1 BAD\n", "1: missing action field\n"),
		ROW("a1:2:once\n", "a1 BAD\n", "1: missing process field\n"),
		ROW("::once\n", "", "1: missing process field\n"),
		ROW(":2:onse:x\n", "", "1: onse: unknown action field\n"),
		ROW("a1:2:onse\n", "a1 BAD\n", "1: onse: unknown action field\n"),
		ROW("a1:2: once:x\n", "a1 BAD\n", "1:  once: unknown action field\n"),
		ROW("a1:2:once :x\n", "a1 BAD\n", "1: once : unknown action field\n"),
		ROW("a1:2:onceonce:x\n", "a1 BAD\n", "1: onceonce: unknown action field\n"),
		ROW("a1:2:onc:x\n", "a1 BAD\n", "1: onc: unknown action field\n"),
		ROW("a1:2:on\001ce:x\n", "a1 BAD\n", "1: on?ce: unknown action field\n"),
		ROW("a1:2:once:x\0y\n", "a1 BAD\n", "1: NUL byte in the line\n"),
		ROW("a1:2:once:x\0\n", "a1 BAD\n", "1: NUL byte in the line\n"),
		ROW("a\0:2:once:x\n", "", "1: NUL byte in the line\n"),
		ROW("\0\n", "", "1: NUL byte in the line\n"),
		ROW("# \0 in a comment\n", "", ""),
		ROW("a1:2:once,grace=1,:x\n", "a1 BAD\n", "1: unknown option \"\"\n"),
		ROW("a1:2:once,colour=red:x\n", "a1 BAD\n", "1: unknown option \"colour\"\n"),
		ROW("a1:2:once,grace:x\n", "a1 BAD\n", "1: option grace takes SECONDS\n"),
		ROW("a1:2:once,nolog=1:x\n", "a1 BAD\n", "1: option nolog takes no value\n"),
		ROW("a1:2:,nolog:x\n", "a1 BAD\n", "1: missing action field\n"),
		ROW("\n\n# c\na1:2:no:x\nb1:2:once:y\nc1\n", "a1 BAD\nb1 2 once y\nc1 BAD\n",
		    "4: no: unknown action field\n6: missing action field\n"),
	};

	check_rows(rows, COUNT(rows));
}

static void
duplicates(void)
{
	static const struct row rows[] = {
		ROW("a:2:once:x\na:3:once:y\n", "a 2 once x\n", "2: duplicate ID field \"a\"\n"),
		ROW("a:2:once:x\na:3:once:y\na:4:once:z\n", "a 2 once x\n",
		    "2: duplicate ID field \"a\"\n3: duplicate ID field \"a\"\n"),
		ROW("a:2:once:x\na :3:once:y\nA:4:once:z\n", "a 2 once x\na  3 once y\nA 4 once z\n", ""),
		ROW("~~:S:wait:x\n~~:2:once:y\n~~:3:once:z\n", "~~ S wait x\n~~ 2 once y\n~~ 3 once z\n", ""),
		ROW("~:S:wait:x\n~:2:once:y\n", "~ S wait x\n", "2: duplicate ID field \"~\"\n"),
		ROW("~~~:S:wait:x\n~~~:2:once:y\n", "~~~ S wait x\n", "2: duplicate ID field \"~~~\"\n"),
		/* a bad line does not keep a good one away, nor drive one out */
		ROW("a:2:no:x\na:3:once:y\n", "a 3 once y\n", "1: no: unknown action field\n"),
		ROW("a:2:once:x\na:3:no:y\n", "a 2 once x\n", "2: no: unknown action field\n"),
		ROW("abcd1:2:once:x\nabcd2:2:once:y\n", "abcd1 2 once x\nabcd2 2 once y\n", ""),
	};

	check_rows(rows, COUNT(rows));
}

static void
levels(void)
{
	static const struct row rows[] = {
		ROW("a::once:x\n", "a 0123456789 once x\n", ""),
		ROW("a::respawn:x\n", "a 0123456789 respawn x\n", ""),
		ROW("a::kbrequest:x\n", "a 0123456789 kbrequest x\n", ""),
		ROW("a::powerwait:x\n", "a 0123456789S powerwait x\n", ""),
		ROW("a::powerfail:x\n", "a 0123456789S powerfail x\n", ""),
		ROW("a::powerokwait:x\n", "a 0123456789S powerokwait x\n", ""),
		ROW("a::powerfailnow:x\n", "a 0123456789S powerfailnow x\n", ""),
		ROW("a::ctrlaltdel:x\n", "a 0123456789S ctrlaltdel x\n", ""),
		ROW("a:2:ctrlaltdel:x\n", "a 2 ctrlaltdel x\n", ""),
		ROW("a:23:sysinit:x\n", "a # sysinit x\n", ""),
		ROW("a::sysinit:x\n", "a # sysinit x\n", ""),
		ROW("a:23:boot:x\n", "a * boot x\n", ""),
		ROW("a:23:bootwait:x\n", "a * bootwait x\n", ""),
		ROW("a:s:once:x\n", "a S once x\n", ""),
		ROW("a:S3s3:once:x\n", "a 3S once x\n", ""),
		ROW("a:aBc:ondemand:x\n", "a ABC ondemand x\n", ""),
		ROW("a:AbC9:ondemand:x\n", "a 9ABC ondemand x\n", ""),
		/* no levels: stored, never matching */
		ROW("a:xyz-, /:once:x\n", "a  once x\n", ""),
		ROW("a:#*:once:x\n", "a  once x\n", ""),
		ROW("a:2#:once:x\n", "a 2 once x\n", ""),
		ROW("a:5:initdefault:\n", "a 5 initdefault \n", ""),
		ROW("a:5:off:\n", "a 5 off \n", ""),
	};

	check_rows(rows, COUNT(rows));
	check_row = NULL;
	CHECK_INT(inittab_level('\0'), 0);
	CHECK_INT(inittab_level(0x80), 0);
	CHECK_INT(inittab_level(-1), 0);
	CHECK_INT(inittab_level('d'), 0);
	CHECK_INT(inittab_level('s'), inittab_level('S'));
}

static void
actions(void)
{
	static const char *const words[] = {
		"respawn", "wait", "once", "boot", "bootwait", "sysinit", "powerfail", "powerwait",
		"powerfailnow", "powerokwait", "ctrlaltdel", "kbrequest", "ondemand", "initdefault", "off",
	};
	static const struct row rows[] = {
		ROW("a:2:RESPAWN:x\nb:2:Once:x\nc::CtrlAltDel:x\n",
		    "a 2 respawn x\nb 2 once x\nc 0123456789S ctrlaltdel x\n", ""),
	};

	CHECK_INT(ACT_COUNT, COUNT(words));
	for (size_t i = 0; i < COUNT(words); i++) {
		check_row = words[i];
		enum action a = inittab_action(words[i], strlen(words[i]));
		if (CHECK(a != ACT_COUNT))
			CHECK_TEXT(inittab_action_word(a), words[i]);
	}
	check_row = NULL;
	CHECK_INT(inittab_action("once", 3), ACT_COUNT);
	CHECK_INT(inittab_action("ONcE", 4), ACT_ONCE);
	CHECK_INT(inittab_action("on\003e", 4), ACT_COUNT);	/* c without the bits of its column */
	CHECK_INT(inittab_action("off\0", 4), ACT_COUNT);
	CHECK_INT(inittab_action("", 0), ACT_COUNT);
	check_rows(rows, COUNT(rows));
}

/* Section 2: which are waited for, which start again, which stand in front. */
static void
traits(void)
{
	static const struct {
		const char *word;
		unsigned traits;
	} rows[] = {
		{ "respawn", RESTART }, { "wait", WAITED }, { "once", 0 }, { "sysinit", WAITED },
		{ "boot", 0 }, { "bootwait", WAITED }, { "powerfail", EVENT | FRONT },
		{ "powerwait", EVENT | FRONT | WAITED }, { "powerfailnow", EVENT | FRONT | WAITED },
		{ "powerokwait", EVENT | FRONT | WAITED }, { "ctrlaltdel", EVENT | FRONT | WAITED },
		{ "kbrequest", EVENT }, { "ondemand", RESTART }, { "initdefault", NO_RUN }, { "off", NO_RUN },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		check_row = rows[i].word;
		CHECK_INT(inittab_action_traits(inittab_action(rows[i].word, strlen(rows[i].word))),
		    rows[i].traits);
	}
}

static void
prefixes(void)
{
	static const struct row rows[] = {
		ROW("a:2:once:+x y\n", "a 2 once x y +\n", ""),
		ROW("a:2:once:@x y\n", "a 2 once x y @\n", ""),
		ROW("a:2:once:+@x\n", "a 2 once x + @\n", ""),
		ROW("a:2:once:@+x\n", "a 2 once +x @\n", ""),
		ROW("a:2:once:++x\n", "a 2 once +x +\n", ""),
		ROW("a:2:once:@@x\n", "a 2 once @x @\n", ""),
		ROW("a:2:once:+\n", "a 2 once  +\n", ""),
		ROW("a:2:once:@\n", "a 2 once  @\n", ""),
		ROW("a:2:once:+@\n", "a 2 once  + @\n", ""),
		ROW("a:2:once: +x\n", "a 2 once  +x\n", ""),
		ROW("a:2:once,nolog:x\n", "a 2 once x +\n", ""),
		ROW("a:2:once,nolog:@x\n", "a 2 once x + @\n", ""),
	};

	check_rows(rows, COUNT(rows));
}

static void
of_line(void)
{
	struct parsed p;
	static const char text[] = "a:2:respawn,grace=7,stop=INT,tty=ttyS0:x\nb:2:once:y\nc:2:no,grace=9:z\n";

	parsed_read(&p, text, sizeof text - 1);
	if (CHECK_INT(p.t.count, 3)) {
		const struct options *o = p.t.entries[0].options;

		CHECK_INT(o->grace_ms, 7000);
		CHECK_INT(o->stop_signal, 2);
		CHECK_INT(o->tty.len, 5);
		CHECK(strncmp(p.text + o->tty.at, "ttyS0", 5) == 0);
		CHECK(p.t.entries[1].options == &options_default);
		CHECK(p.t.entries[2].options == &options_default);
	}
	parsed_free(&p);
}

static void
long_lines(void)
{
	enum { LEN = 1000000 };
	char *text = malloc(LEN + 64);
	struct parsed p;
	int head;

	if (text == NULL)
		abort();
	head = sprintf(text, "a:2:once:");
	memset(text + head, 'x', LEN);
	parsed_read(&p, text, (size_t)head + LEN);
	CHECK_TEXT(p.problems, "");
	if (CHECK_INT(p.t.count, 1))
		CHECK_INT(p.t.entries[0].process.len, LEN);
	parsed_free(&p);

	memset(text, 'i', LEN);
	(void)sprintf(text + LEN, ":2:once:x\nb:2:no:y");
	parsed_read(&p, text, strlen(text));
	CHECK_TEXT(p.problems, "2: no: unknown action field\n");
	if (CHECK_INT(p.t.count, 2))
		CHECK_INT(p.t.entries[0].id.len, LEN);
	parsed_free(&p);

	/* one message for a long bad word, cut */
	memset(text, 'w', LEN);
	memcpy(text, "a:2:", 4);
	memcpy(text + LEN, ":x", 3);
	parsed_read(&p, text, LEN + 2);
	CHECK(strncmp(p.problems, "1: wwww", 7) == 0);
	CHECK(strlen(p.problems) < 170);
	parsed_free(&p);
	free(text);
}

/* As many as memory takes; each is found by its id, in file order where several share it. */
static void
many(void)
{
	enum { ENTRIES = 20000 };
	char *text = malloc(ENTRIES * 24), *at = text, id[16];
	struct parsed p;

	if (text == NULL)
		abort();
	for (int i = 0; i < ENTRIES; i++)
		at += sprintf(at, i % 100 == 0 ? "~~:2:once:%d\n" : "i%d:2:once:x\n", i);
	parsed_read(&p, text, (size_t)(at - text));
	CHECK_TEXT(p.problems, "");
	CHECK_INT(p.t.count, ENTRIES);
	for (uint32_t i = 1; i < p.t.count; i += 97) {
		if (i % 100 == 0)
			continue;
		int len = sprintf(id, "i%u", i);
		CHECK_INT(inittab_find(&p.t, id, (size_t)len, INITTAB_NONE), i);
	}
	uint32_t found = 0, last = INITTAB_NONE;
	while ((last = inittab_find(&p.t, "~~", 2, last)) != INITTAB_NONE)
		if (!CHECK_INT(last, 100 * found++))
			break;
	CHECK_INT(found, ENTRIES / 100);
	CHECK_INT(inittab_find(&p.t, "none", 4, INITTAB_NONE), INITTAB_NONE);
	parsed_free(&p);
	free(text);
}

static void
several_files(void)
{
	static const char text[] = "a:2:once:x\nb:2:no:y\na:3:once:z\n\nc:2:once:w\n";
	struct parsed p;
	uint32_t first = (uint32_t)(strstr(text, "a:3") - text);

	parsed_read(&p, "", 0);
	parsed_free(&p);
	p.text = malloc(sizeof text - 1);
	if (p.text == NULL)
		abort();
	memcpy(p.text, text, sizeof text - 1);
	p.memory = calloc(1, inittab_begin(&p.t, p.text, sizeof text - 1));
	if (p.memory == NULL)
		abort();
	inittab_use(&p.t, p.memory);
	inittab_parse(&p.t, "one", (struct span){ 0, first }, NULL, NULL);
	CHECK_INT(p.t.count, 2);
	inittab_parse(&p.t, "two", (struct span){ first, (uint32_t)sizeof text - 1 - first }, NULL, NULL);
	CHECK_INT(p.t.count, 3);	/* a is a duplicate across files */
	parsed_free(&p);
}

static void
single(void)
{
	static const struct {
		const char *text;
		bool has;
	} rows[] = {
		{ "", false },
		{ "a:2:once:x\n", false },
		{ "a:S:once:x\n", true },
		{ "a:s:wait:x\n", true },
		{ "a:23S:respawn:x\n", true },
		{ "a::ctrlaltdel:x\n", false },		/* the implicit S does not run anything */
		{ "a:S:ctrlaltdel:x\n", false },
		{ "a:S:powerfail:x\nb:S:kbrequest:x\n", false },
		{ "a:S:off:x\n", false },
		{ "a:S:initdefault:\n", false },
		{ "a:S:no:x\n", false },
		{ "a:S:sysinit:x\n", false },
		{ "a:2:once:x\nb::ctrlaltdel:x\n~~:S:wait:x\n", true },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct parsed p;

		check_row = rows[i].text;
		parsed_read(&p, rows[i].text, strlen(rows[i].text));
		CHECK_INT(inittab_has_single(&p.t), rows[i].has);
		parsed_free(&p);
	}
}

static void
defaults(void)
{
	static const struct {
		const char *text;
		int level, bad;
	} rows[] = {
		{ "a:3:initdefault:", '3', 0 },
		{ "a:325:initdefault:", '5', 0 },
		{ "a:0:initdefault:", '0', 0 },
		{ "a:9:initdefault:", '9', 0 },
		{ "a:S:initdefault:", 'S', 0 },
		{ "a:s:initdefault:", 'S', 0 },
		{ "a:5s:initdefault:", 'S', 0 },
		{ "a::initdefault:", 0, 0 },
		{ "a:x:initdefault:", 0, 'X' },
		{ "a:3a:initdefault:", 0, 'A' },
		{ "a:3#:initdefault:", '3', 0 },
		{ "a:#:initdefault:", 0, '#' },
		{ "a:3\xff:initdefault:", 0, 0xff },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct parsed p;
		int bad = -1;

		check_row = rows[i].text;
		parsed_read(&p, rows[i].text, strlen(rows[i].text));
		if (CHECK_INT(p.t.count, 1)) {
			CHECK_INT(inittab_default(&p.t.entries[0], p.text, &bad), rows[i].level);
			CHECK_INT(bad, rows[i].bad);
		}
		parsed_free(&p);
	}
}

static void
devices(void)
{
	static const struct {
		const char *text, *device;	/* NULL: none */
	} rows[] = {
		{ "a:2:respawn:/sbin/getty 38400 tty1", "tty1" },
		{ "a:2:respawn:/sbin/getty tty1 38400 linux", "tty1" },
		{ "a:2:respawn:/sbin/agetty -L /dev/ttyS0 115200", "ttyS0" },
		{ "a:2:respawn:+@/sbin/getty -L console 9600", "console" },
		{ "a:2:respawn:/sbin/getty hvc0", "hvc0" },
		{ "a:2:respawn:getty\ttty2", "tty2" },
		{ "a:2:respawn:mingetty --noclear tty3", "tty3" },
		{ "a:2:respawn:/sbin/getty -ttyx tty4", "tty4" },
		{ "a:2:respawn:/sbin/getty consoles", NULL },
		{ "a:2:respawn:/sbin/getty 9600 modem", NULL },
		{ "a:2:respawn:/sbin/getty", NULL },
		{ "a:2:respawn:/sbin/gettys tty1", NULL },
		{ "a:2:respawn:/bin/echo tty1", NULL },
		{ "a:2:respawn:", NULL },
		{ "a:2:respawn,tty=ttyS1:/bin/sh", "ttyS1" },
		{ "a:2:respawn,tty=/dev/ttyS1:/bin/sh", "ttyS1" },
		{ "a:2:respawn,tty=tty%2f1:/bin/sh", "tty/1" },
		{ "a:2:respawn,tty=console:/sbin/getty tty1", "console" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct parsed p;
		char buf[16] = "unset";

		check_row = rows[i].text;
		parsed_read(&p, rows[i].text, strlen(rows[i].text));
		if (CHECK_INT(p.t.count, 1)) {
			bool found = inittab_device(&p.t.entries[0], p.text, buf, sizeof buf);

			if (CHECK_INT(found, rows[i].device != NULL) && found)
				CHECK_TEXT(buf, rows[i].device);
			if (found)	/* never more than the buffer takes */
				CHECK(!inittab_device(&p.t.entries[0], p.text, buf, strlen(buf)));
		}
		parsed_free(&p);
	}
}

/* Whatever the bytes: no more entries than lines, every span inside of the text. */
static void
noise(void)
{
	static const char bytes[] = "a1~:::,,\n\n\r\t #=%@+S*once respawn,grace\0\xff";
	char text[400];

	for (int round = 0; round < 3000; round++) {
		struct parsed p;
		size_t len = fake_random(sizeof text);

		for (size_t i = 0; i < len; i++)
			text[i] = bytes[fake_random(sizeof bytes)];
		if (fake_random(2) == 0 && len > 20)
			memcpy(text + fake_random((unsigned)len - 16), "\nb:2:once,tty=:", 15);
		parsed_read(&p, text, len);
		for (uint32_t i = 0; i < p.t.count; i++) {
			const struct inittab_entry *e = &p.t.entries[i];

			CHECK(span_end(e->line) <= len && span_end(e->id) <= len && span_end(e->process) <= len);
			CHECK(e->bad || e->action < ACT_COUNT);
			CHECK(e->options != NULL);
		}
		parsed_free(&p);
	}
}

void
suite_inittab(void)
{
	test("inittab: blanks, comments, CRLF, a missing last newline are accepted silently", lines);
	test("inittab: a bad line gets one message, in the classic words, and the rest works", bad_lines);
	test("inittab: an id is unique, but for ~~", duplicates);
	test("inittab: levels, their defaults and their cases", levels);
	test("inittab: actions by name, in any case", actions);
	test("inittab: what each action means", traits);
	test("inittab: the prefixes + and @", prefixes);
	test("inittab: options belong to their line", of_line);
	test("inittab: no limit on the length of lines and ids", long_lines);
	test("inittab: no limit on the number of entries; each is found by its id", many);
	test("inittab: several files make one table", several_files);
	test("inittab: only what runs in S makes sulogin unnecessary", single);
	test("inittab: the default level is the highest character, if it is a level", defaults);
	test("inittab: the device that an entry needs", devices);
	test("inittab: noise does no harm", noise);
}
