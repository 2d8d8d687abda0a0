#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "classic.h"
#include "env.h"
#include "format.h"
#include "helper.h"
#include "level.h"
#include "log.h"
#include "reexec.h"
#include "state.h"
#include "table.h"
#include "version.h"

#define MAGIC "12567362"
#define STREAM_MAX (8u << 20)
#define READ_TIMEOUT_MS 5000
#define ID_MAX 7
#define LEVELS_MAX 11
#define PROCESS_MAX 511

bool
classic_waits(void)
{
	struct pollfd fd = { .fd = CLASSIC_FD, .events = POLLIN };

	return poll(&fd, 1, 0) == 1 && (fd.revents & POLLIN);
}

/* ---- receiving ---- */

struct record {
	struct span id, levels, action, process;
	pid_t pid;
	uint8_t flags;
	bool running;
};

struct stream {
	const char *text;
	uint32_t len, at;
	struct record *records;
	uint32_t count;
	struct {
		char level, runlevel, previous;
		uint32_t grace, signals, utmp_boot, wtmp_boot, boot_done;
	} head;
};

/* The sender is a process of its own: what it writes comes soon, or never. */
static int
read_stream(char *to, uint32_t *len)
{
	struct pollfd fd = { .fd = CLASSIC_FD, .events = POLLIN };

	*len = 0;
	while (*len < STREAM_MAX) {
		if (poll(&fd, 1, READ_TIMEOUT_MS) != 1)
			return -ETIMEDOUT;
		ssize_t n = read(CLASSIC_FD, to + *len, STREAM_MAX - *len);
		if (n < 0 && errno != EINTR)
			return -errno;
		*len += n > 0 ? (uint32_t)n : 0;
		if (n == 0 || (*len >= 5 && memcmp(to + *len - 5, "\nEND\n", 5) == 0))
			break;
	}
	return *len > sizeof MAGIC && memcmp(to, MAGIC, sizeof MAGIC - 1) == 0 ? 0 : -EBADMSG;
}

/* The next line: its tag of three letters and its value; false: the end. */
static bool
next_line(struct stream *s, const char **tag, struct span *value)
{
	const char *start = s->text + s->at;
	const char *end = s->at < s->len ? memchr(start, '\n', s->len - s->at) : NULL;

	if (end == NULL)
		return false;
	uint32_t len = (uint32_t)(end - start);
	*tag = len >= 3 ? start : "   ";
	*value = (struct span){ s->at + (len >= 3 ? 3 : len), len >= 3 ? len - 3 : 0 };
	s->at += len + 1;
	return true;
}

static bool
is_tag(const char *tag, const char *name)
{
	return memcmp(tag, name, 3) == 0;
}

static uint32_t
number(const struct stream *s, struct span value)
{
	uint32_t n;

	return options_number(s->text + value.at, value.len, INT32_MAX, &n) ? n : 0;
}

static char
letter(const struct stream *s, struct span value, char otherwise)
{
	return value.len > 0 ? s->text[value.at] : otherwise;
}

static uint8_t
flag(const struct stream *s, struct span value, bool *running)
{
	const char *name = s->text + value.at;

	if (value.len != 2)
		return 0;
	if (memcmp(name, "RU", 2) == 0)
		*running = true;
	return memcmp(name, "XD", 2) == 0 ? CHILD_RAN : memcmp(name, "DE", 2) == 0 ? CHILD_ON_DEMAND : 0;
}

static void
read_record(struct stream *s, struct span id)
{
	struct record *r = &s->records[s->count];
	struct span value;
	const char *tag;

	*r = (struct record){ .id = id };
	while (next_line(s, &tag, &value) && !is_tag(tag, "EOR")) {
		if (is_tag(tag, "LEV"))
			r->levels = value;
		else if (is_tag(tag, "FL "))
			r->flags |= flag(s, value, &r->running);
		else if (is_tag(tag, "PID"))
			r->pid = (pid_t)number(s, value);
		else if (is_tag(tag, "AC "))
			r->action = value;
		else if (is_tag(tag, "CMD"))
			r->process = value;
	}
	/* A colon would make another line of it. */
	if (id.len > 0 && memchr(s->text + id.at, ':', id.len) == NULL &&
	    (r->levels.len == 0 || memchr(s->text + r->levels.at, ':', r->levels.len) == NULL))
		s->count++;
}

static void
read_lines(struct stream *s)
{
	struct span value;
	const char *tag;

	s->at = sizeof MAGIC - 1;
	while (next_line(s, &tag, &value) && !is_tag(tag, "END")) {
		if (is_tag(tag, "REC"))
			read_record(s, value);
		else if (is_tag(tag, "-RL"))
			s->head.level = letter(s, value, 'S');
		else if (is_tag(tag, "-TL"))
			s->head.runlevel = letter(s, value, 'S');
		else if (is_tag(tag, "-PL"))
			s->head.previous = letter(s, value, 'N');
		else if (is_tag(tag, "-SI"))
			s->head.signals = number(s, value);
		else if (is_tag(tag, "-WR"))
			s->head.wtmp_boot = number(s, value);
		else if (is_tag(tag, "-WU"))
			s->head.utmp_boot = number(s, value);
		else if (is_tag(tag, "-ST"))
			s->head.grace = number(s, value);
		else if (is_tag(tag, "-DB"))
			s->head.boot_done = number(s, value);
	}
}

static uint32_t
put(char *to, uint32_t at, const char *text, uint32_t len)
{
	memcpy(to + at, text, len);
	return at + len;
}

/* The lines of a table, one a record, in the order of the records. */
static uint32_t
write_table(const struct stream *s, char *to)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < s->count; i++) {
		const struct record *r = &s->records[i];
		bool known = inittab_action(s->text + r->action.at, r->action.len) != ACT_COUNT;

		at = put(to, at, s->text + r->id.at, r->id.len);
		at = put(to, at, ":", 1);
		at = put(to, at, s->text + r->levels.at, r->levels.len);
		at = put(to, at, ":", 1);
		at = known ? put(to, at, s->text + r->action.at, r->action.len) : put(to, at, "off", 3);
		at = put(to, at, ":", 1);
		at = put(to, at, s->text + r->process.at, r->process.len);
		at = put(to, at, "\n", 1);
	}
	return at;
}

static int
make_state(const struct stream *s, const char *table, uint32_t len, msec_t now)
{
	struct state fresh;
	int err = state_create(&fresh, s->count, len);

	if (err < 0)
		return err;
	memcpy(fresh.text, table, len);
	for (uint32_t i = 0; i < s->count; i++) {
		const struct record *r = &s->records[i];
		struct child_live l = { .flags = r->flags };

		if (r->running && r->pid > 0) {
			l.pid = r->pid;
			l.state = CH_UP;
			l.started = now;
		}
		state_put(&fresh, i, &l);
	}
	state_swap(&fresh);
	return table_resume();
}

static void
take_head(const struct stream *s)
{
	uint32_t due = 0;

	level_take_over(s->head.level, s->head.runlevel, s->head.previous, s->head.grace,
	    s->head.boot_done != 0);
	if (s->head.wtmp_boot == 0)
		due |= DUE_WTMP_BOOT;
	if (s->head.utmp_boot == 0)
		due |= DUE_UTMP_BOOT;
	(void)atomic_fetch_or(&state.head->records_due, due);
	/* Bit n is signal n there, bit n - 1 here. */
	(void)atomic_fetch_or(&state.head->signals[0], s->head.signals >> 1);
}

int
classic_receive(msec_t now)
{
	/* Address space: a stream, a table made of it, and its records; touched as far as needed. */
	size_t records = STREAM_MAX / 8 * sizeof(struct record);
	size_t size = 3 * (size_t)STREAM_MAX + records;
	char *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
	    -1, 0);
	struct stream s = { .text = memory, .head = { .level = 'S', .runlevel = 'S', .previous = 'N',
	    .grace = 3 } };

	if (memory == MAP_FAILED)
		return -errno;
	s.records = (struct record *)(void *)(memory + 3 * (size_t)STREAM_MAX);
	int err = read_stream(memory, &s.len);
	(void)close(CLASSIC_FD);
	if (err == 0) {
		read_lines(&s);
		err = make_state(&s, memory + STREAM_MAX, write_table(&s, memory + STREAM_MAX), now);
	}
	if (err == 0)
		take_head(&s);
	(void)munmap(memory, size);
	return err;
}

/* ---- handing over ---- */

static const char *
what_it_cannot_hold(const struct child *c)
{
	const struct inittab_entry *e = &c->e;

	if (e->options != &options_default)
		return "it has options";
	if (e->id.len > ID_MAX)
		return "its id is longer than 7 bytes";
	if (e->levels.len > LEVELS_MAX)
		return "its levels are longer than 11 bytes";
	if (e->process.len > PROCESS_MAX)
		return "its process is longer than 511 bytes";
	return NULL;
}

bool
classic_can_hold(void)
{
	bool can = true;

	for (uint32_t i = 0; i < table_count(); i++) {
		const struct child *c = table_child(i);
		const char *why = what_it_cannot_hold(c);

		if (why == NULL || (child_live(c)->flags & CHILD_GONE))
			continue;
		log_warn("Id \"%.*s\" cannot be handed over to the classic init: %s",
		    SPAN_ARG(state.text, c->e.id), why);
		can = false;
	}
	return can;
}

struct out {
	int fd;
	char buf[1024];
};

/* In the writer, a process of its own: it may wait, and end. */
static void
line(const char *tag, struct out *o, const char *text, uint32_t len)
{
	const struct {
		const char *p;
		uint32_t n;
	} part[] = { { tag, 3 }, { text, len }, { "\n", 1 } };

	for (size_t i = 0; i < sizeof part / sizeof *part; i++)
		for (uint32_t at = 0; at < part[i].n; ) {
			ssize_t n = write(o->fd, part[i].p + at, part[i].n - at);

			if (n < 0 && errno != EINTR)
				_exit(1);
			at += n > 0 ? (uint32_t)n : 0;
		}
}

static void
line_number(const char *tag, struct out *o, uint32_t n)
{
	line(tag, o, o->buf, (uint32_t)format(o->buf, sizeof o->buf, "%u", n));
}

static void
write_child(struct out *o, const struct child *c)
{
	const struct inittab_entry *e = &c->e;
	const struct child_live *l = child_live(c);
	const char *implied = inittab_implied_levels(e), *word = inittab_action_word((enum action)e->action);
	const char *levels = implied != NULL ? implied : state.text + e->levels.at;
	uint32_t len = implied != NULL ? (uint32_t)strlen(implied) : e->levels.len;

	line("REC", o, state.text + e->id.at, e->id.len);
	line("LEV", o, levels, len);
	if (l->state == CH_UP)
		line("FL ", o, "RU", 2);
	if (l->flags & CHILD_ON_DEMAND)
		line("FL ", o, "DE", 2);
	if (l->flags & CHILD_RAN)
		line("FL ", o, "XD", 2);
	if (l->state == CH_UP && (child_traits(c) & WAITED))
		line("FL ", o, "WT", 2);
	line_number("PID", o, l->state == CH_UP ? (uint32_t)l->pid : 0);
	line_number("EXS", o, (uint32_t)l->status & 0xff);
	line("AC ", o, word, (uint32_t)strlen(word));
	/* Not by format(), which is for people: a tab is a tab here. */
	uint32_t n = 0, room = (uint32_t)sizeof o->buf - 2;
	if (e->no_utmp)
		o->buf[n++] = '+';
	if (e->no_shell)
		o->buf[n++] = '@';
	len = e->process.len < room ? e->process.len : room;
	memcpy(o->buf + n, state.text + e->process.at, len);
	line("CMD", o, o->buf, n + len);
	line("EOR", o, "", 0);
}

static void
write_stream(int fd)
{
	struct out o = { .fd = fd };
	const struct level_live *l = state_level();
	uint32_t due = atomic_load(&state.head->records_due);
	static const char version[] = "rung " RUNG_VERSION;

	line("VER", &o, version, sizeof version - 1);
	line("-RL", &o, (const char *)&l->level, 1);
	line("-TL", &o, (const char *)&l->runlevel, 1);
	line("-PL", &o, (const char *)&l->previous, 1);
	line_number("-SI", &o, (atomic_load(&state.head->signals[0]) & 0x3fffffff) << 1);
	line_number("-WR", &o, (due & DUE_WTMP_BOOT) == 0);
	line_number("-WU", &o, (due & DUE_UTMP_BOOT) == 0);
	line_number("-ST", &o, l->grace_ms / 1000);
	line_number("-DB", &o, level_is_booted());
	for (uint32_t i = 0; i < table_count(); i++)
		if (!(child_live(table_child(i))->flags & CHILD_GONE))
			write_child(&o, table_child(i));
	line("END", &o, "", 0);
}

int
classic_hand_over(int file)
{
	char *const argv[] = { (char *)(uintptr_t)reexec_path(), (char *)(uintptr_t)"--init", NULL };
	int ends[2], err;
	void *memory = mmap(NULL, env_size(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (memory == MAP_FAILED || pipe2(ends, O_CLOEXEC) < 0)
		return -errno;
	(void)write(ends[1], MAGIC, sizeof MAGIC - 1);	/* an empty pipe takes it */
	pid_t pid = helper_fork();
	if (pid == 0) {
		(void)close(ends[0]);
		write_stream(ends[1]);
		_exit(0);
	}
	(void)dup2(ends[0], CLASSIC_FD);
	(void)close(ends[0]);
	(void)close(ends[1]);
	if (pid > 0)
		(void)syscall(SYS_execveat, file, "", argv, env_own(memory), AT_EMPTY_PATH);
	err = -errno;
	(void)close(CLASSIC_FD);
	(void)munmap(memory, env_size());
	return err;
}
