/*
 * The world of the modules under test: nothing is started, signalled or said for real.
 */
#define FUZZ_THE_WORLD_ITSELF
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>

#include "world.h"
#include "fuzz.h"

#include "../../env.h"
#include "../../helper.h"
#include "../../level.h"
#include "../../log.h"
#include "../../reexec.h"
#include "../../spawn.h"
#include "../../table.h"

#define REAL_MAPPING (16u << 20)	/* larger ones are mapped, not allocated */

int fuzz_file = -1;
pid_t fuzz_next_pid = 100;
bool fuzz_group_empty;
unsigned fuzz_requests;
int fuzz_request_last[3];
char fuzz_said[512];

void
fuzz_fail(const char *file, int line, const char *what)
{
	(void)fprintf(stderr, "%s:%d: is not true: %s\nthe last message: %s\n", file, line, what, fuzz_said);
	abort();
}

/* ---- input ---- */

uint8_t
fuzz_byte(struct input *in)
{
	return in->at < in->end ? *in->at++ : 0;
}

uint32_t
fuzz_word(struct input *in)
{
	uint32_t n = 0;

	for (int i = 0; i < 4; i++)
		n |= (uint32_t)fuzz_byte(in) << 8 * i;
	return n;
}

const char *
fuzz_until(struct input *in, uint8_t stop, size_t *len)
{
	const uint8_t *start = in->at, *found = NULL;

	if (in->at < in->end)
		found = memchr(start, stop, (size_t)(in->end - start));
	*len = (size_t)((found != NULL ? found : in->end) - start);
	in->at = found != NULL ? found + 1 : in->end;
	return (const char *)start;
}

void *
fuzz_copy(const void *data, size_t len)
{
	/* Not one byte more, not even for an empty one: that has no byte that may be read. */
	void *copy = malloc(len);

	if (copy == NULL && len > 0)
		abort();
	if (len > 0)
		memcpy(copy, data, len);
	return copy;
}

int
fuzz_make_file(const void *data, size_t len)
{
	int made = memfd_create("fuzz", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	int fd = fcntl(made, F_DUPFD_CLOEXEC, 20);	/* the numbers below are init's */

	(void)close(made);
	if (fd < 0 || (len > 0 && write(fd, data, len) != (ssize_t)len) || lseek(fd, 0, SEEK_SET) != 0)
		abort();
	return fd;
}

void
fuzz_set_file(const void *data, size_t len)
{
	if (fuzz_file < 0)
		fuzz_file = fuzz_make_file(data, len);
	else if (ftruncate(fuzz_file, 0) < 0 || (len > 0 && pwrite(fuzz_file, data, len, 0) != (ssize_t)len))
		abort();
}

/* ---- system calls ---- */

void *
fuzz_mmap(void *at, size_t size, int protection, int flags, int fd, off_t offset)
{
	if (fd < 0 && size >= REAL_MAPPING)
		return mmap(at, size, protection, flags, fd, offset);
	char *memory = calloc(1, size);
	if (memory == NULL)
		abort();
	if (fd >= 0 && pread(fd, memory, size, offset) < 0)
		abort();
	return memory;
}

int
fuzz_munmap(void *memory, size_t size)
{
	if (size >= REAL_MAPPING)
		return munmap(memory, size);
	free(memory);
	return 0;
}

/* A duplicate: each user closes its own. */
int
fuzz_open(const char *path)
{
	/* state.c makes do with memory */
	if (fuzz_file < 0 || strcmp(path, "/run") == 0) {
		errno = ENOENT;
		return -1;
	}
	(void)lseek(fuzz_file, 0, SEEK_SET);
	return fcntl(fuzz_file, F_DUPFD_CLOEXEC, 20);
}

/* Takes the place of libc's. */
int
kill(pid_t pid, int sig)
{
	REQUIRE(pid != -1 && pid != 0);		/* everybody, or our own group: that is not ours to do */
	REQUIRE(sig >= 0 && sig <= 64);
	if (!fuzz_group_empty)
		return 0;
	errno = ESRCH;
	return -1;
}

/* ---- the rest of init ---- */

#define SAY do {								\
		va_list ap;							\
		va_start(ap, fmt);						\
		(void)format_list(fuzz_said, LOG_TEXT_MAX + 1, fmt, ap);	\
		va_end(ap);							\
	} while (0)

void
log_info(const char *fmt, ...)
{
	SAY;
}

void
log_console(const char *fmt, ...)
{
	SAY;
}

void
log_warn(const char *fmt, ...)
{
	SAY;
}

void
log_alert(const char *fmt, ...)
{
	SAY;
}

/* What cannot happen has happened. */
void
log_bug(const char *fmt, ...)
{
	SAY;
	fuzz_fail("log_bug", 0, fuzz_said);
}

int
spawn_missing_errno(int status)
{
	return status == SPAWN_NO_DEVICE ? ENXIO : 0;
}

/* The entry is used as a child would use it. */
pid_t
spawn_start(const struct spawn *s)
{
	char device[64];

	REQUIRE(s->entry->process.len == 0 ||
	    memchr(s->text + s->entry->process.at, '\n', s->entry->process.len) == NULL);
	(void)inittab_device(s->entry, s->text, device, sizeof device);
	return fuzz_next_pid > 0 ? fuzz_next_pid++ : -EAGAIN;
}

bool
helper_start(enum helper h, int (*work)(void *arg), void *arg, msec_t timeout, msec_t now)
{
	(void)h, (void)work, (void)arg, (void)timeout, (void)now;
	return false;
}

pid_t
helper_fork(void)
{
	errno = EAGAIN;
	return -1;
}

static void
note(int which, int a, int b)
{
	fuzz_requests++;
	fuzz_request_last[0] = which;
	fuzz_request_last[1] = a;
	fuzz_request_last[2] = b;
}

void
level_request(int letter, uint32_t grace, msec_t now)
{
	(void)now;
	note(1, letter, (int)grace);
}

void
level_set_grace(uint32_t seconds)
{
	REQUIRE(seconds <= INT32_MAX);
}

void
level_power(int status, msec_t now)
{
	(void)now;
	REQUIRE(status == 'F' || status == 'L' || status == 'O');
	note(2, status, 0);
}

void
level_killed(msec_t now)
{
	(void)now;
	note(3, 0, 0);
}

bool
level_fifo_open(void)
{
	return true;
}

bool
level_is_booted(void)
{
	return true;
}

void
level_take_over(int level, int runlevel, int previous, uint32_t grace_s, bool booted)
{
	struct level_live *l = state_level_edit();

	(void)booted;
	l->level = (uint8_t)level;
	l->runlevel = (uint8_t)runlevel;
	l->previous = (uint8_t)previous;
	l->grace_ms = grace_s * 1000;
	state_level_commit();
}

const char *
reexec_path(void)
{
	return "/sbin/init";
}

/* ---- tables ---- */

static void
ignore_problem(const struct inittab_problem *p, const char *text, void *arg)
{
	const char *end = memchr(p->message, '\0', sizeof p->message);

	(void)arg;
	REQUIRE(p->line > 0);
	REQUIRE(end != NULL && end != p->message);
	REQUIRE(p->word.at >= p->text.at && span_end(p->word) <= span_end(p->text));
	REQUIRE(memchr(text + p->text.at, '\n', p->text.len) == NULL);
}

void
fuzz_parse(struct fuzz_table *f, const char *text, size_t len)
{
	f->text = fuzz_copy(text, len);
	f->memory = calloc(1, inittab_begin(&f->t, f->text, len));
	if (f->memory == NULL)
		abort();
	inittab_use(&f->t, f->memory);
	/* A form feed stands between files. */
	for (size_t at = 0; at < len; ) {
		const char *stop = memchr(f->text + at, '\f', len - at);
		size_t end = stop != NULL ? (size_t)(stop - f->text) : len;

		inittab_parse(&f->t, "inittab", (struct span){ (uint32_t)at, (uint32_t)(end - at) },
		    ignore_problem, NULL);
		at = end + 1;
	}
	fuzz_check_entries(&f->t, len);
}

void
fuzz_parse_free(struct fuzz_table *f)
{
	free(f->text);
	free(f->memory);
}

void
fuzz_merge(const struct inittab *fresh, uint32_t *place)
{
	uint32_t *scratch = calloc(table_count() + 1, sizeof *scratch);

	REQUIRE(scratch != NULL && table_merge(fresh, scratch, place) == 0);
	free(scratch);
}

static bool
is_inside(struct span s, struct span outer)
{
	return s.at >= outer.at && span_end(s) <= span_end(outer);
}

static void
check_options(const struct options *o, const char *text)
{
	char name[128];

	REQUIRE(o->grace_ms <= 86400000 || o->grace_ms == OPTIONS_UNSET);
	REQUIRE(o->stop_signal >= 1 && o->stop_signal <= 64);
	REQUIRE(o->respawn.threshold <= 86400 || o->respawn.threshold == OPTIONS_UNSET);
	REQUIRE(o->respawn.delay <= 86400 && o->respawn.retries <= 86400);
	if (o->tty.len == 0)
		return;
	REQUIRE(options_decode(text, o->tty, name, sizeof name));
	REQUIRE(strncmp(name, "../", 3) != 0 && strstr(name, "/../") == NULL && strcmp(name, "..") != 0);
}

static void
check_entry(const struct inittab_entry *e, const char *text, size_t len)
{
	char device[40];

	REQUIRE(span_end(e->line) <= len);
	REQUIRE(e->line.len > 0 && memchr(text + e->line.at, '\n', e->line.len) == NULL);
	REQUIRE(is_inside(e->levels, e->line) && is_inside(e->process, e->line));
	REQUIRE(e->options != NULL);
	if (e->bad)
		return;
	REQUIRE(e->id.len > 0 && e->id.at == e->line.at);
	REQUIRE(memchr(text + e->line.at, '\0', e->line.len) == NULL);
	REQUIRE(memchr(text + e->id.at, ':', e->id.len) == NULL);
	REQUIRE(e->action < ACT_COUNT);
	REQUIRE(e->options->tty.len == 0 || is_inside(e->options->tty, e->line));
	check_options(e->options, text);
	if (inittab_device(e, text, device, sizeof device))
		REQUIRE(memchr(device, '\0', sizeof device) != NULL);
}

void
fuzz_check_entries(const struct inittab *t, size_t len)
{
	int bad;

	REQUIRE(t->count <= t->room && t->options_count <= t->options_room);
	for (uint32_t i = 0; i < t->count; i++) {
		const struct inittab_entry *e = &t->entries[i];

		check_entry(e, t->text, len);
		if (e->id.len > 0)
			REQUIRE(inittab_find(t, t->text + e->id.at, e->id.len, INITTAB_NONE) <= i);
		if (e->bad)
			continue;
		int level = inittab_default(e, t->text, &bad);
		REQUIRE(level == 0 || inittab_level(level) != 0);
		/* Of one id there is one entry, but for ~~. */
		if (e->id.len != 2 || memcmp(t->text + e->id.at, "~~", 2) != 0)
			REQUIRE(inittab_find(t, t->text + e->id.at, e->id.len, i) == INITTAB_NONE);
	}
	(void)inittab_has_single(t);
}

static bool
is_busy(const struct child *c)
{
	const struct child_live *l = child_live(c);

	return c->e.action != ACT_BOOT && l->state != CH_DOWN && l->state != CH_STUCK &&
	    (l->state != CH_HELD || l->deadline != 0);
}

void
fuzz_check_table(void)
{
	uint32_t busy = 0, stopping = 0, leaderless = 0, devices = 0, listed = 0;
	msec_t earliest = 0;

	REQUIRE(table_count() == state.head->slots);
	for (uint32_t i = 0; i < table_count(); i++) {
		struct child *c = table_child(i);
		const struct child_live *l = child_live(c);

		REQUIRE(c->slot == i && !c->e.bad);
		check_entry(&c->e, state.text, state.head->text_len);
		REQUIRE(l->state < CH_STATES);
		struct child *same = table_by_id(state.text + c->e.id.at, c->e.id.len);
		REQUIRE(same != NULL && same->slot <= i);
		if (l->pid != 0)
			REQUIRE(table_by_pid(l->pid) != NULL && child_live(table_by_pid(l->pid))->pid == l->pid);
		if (l->deadline != 0 && (earliest == 0 || l->deadline < earliest))
			earliest = l->deadline;
		busy += is_busy(c);
		stopping += child_is_stopping(c);
		leaderless += (l->flags & CHILD_LEADERLESS) != 0;
		devices += l->state == CH_HELD && l->held == HELD_DEVICE;
	}
	for (enum action a = 0; a < ACT_COUNT; a++)
		for (struct child *c = table_first(a); c != NULL; c = table_next(c)) {
			REQUIRE(c->e.action == a);
			listed++;
		}
	REQUIRE(listed == table_count());
	REQUIRE(table_deadline() == earliest);
	REQUIRE(table_busy() == busy && table_stopping() == stopping);
	REQUIRE(table_chain_count(CHAIN_LEADERLESS) == leaderless);
	REQUIRE(table_chain_count(CHAIN_DEVICE) == devices);
	for (enum table_chain k = 0; k < CHAINS; k++) {
		uint32_t n = 0;

		for (struct child *c = table_chain(k, NULL); c != NULL; c = table_chain(k, c))
			n++;
		REQUIRE(n == table_chain_count(k));
	}
}

/* What may happen to a child; an exit only to one that has a process. */
static void
happen(struct child *c, uint8_t what, const struct child_conditions *on, msec_t now)
{
	siginfo_t death = { .si_signo = SIGCHLD };
	bool leader = child_live(c)->pid > 0 && !(child_live(c)->flags & CHILD_LEADERLESS);

	switch (what % 6) {
	case 0:
		if (child_live(c)->state == CH_DOWN)
			table_step(c, EV_WANTED, on, now);
		break;
	case 1:
		if (child_is_up(c) || child_live(c)->state == CH_HELD)
			table_step(c, EV_UNWANTED, on, now);
		break;
	case 2:
		if (!child_is_up(c) || !leader)
			break;
		death.si_code = what & 128 ? CLD_KILLED : CLD_EXITED;
		death.si_status = what & 64 ? SPAWN_NO_DEVICE : what & 1;
		death.si_pid = child_live(c)->pid;
		child_note_exit(c, &death);
		table_step(c, what & 8 ? EV_REFUSED : EV_EXITED, on, now);
		table_owe(c);
		break;
	case 3:
		if (child_is_up(c) && !leader)
			table_step(c, EV_LOOK, on, now);
		break;
	case 4:
		child_forgive(c);
		child_set_flags(c, what & 64 ? CHILD_ON_DEMAND : 0, what & 128 ? CHILD_RAN : 0);
		break;
	case 5:
		child_paid(c);
		table_owe_not(c);
		break;
	}
}

void
fuzz_live(struct input *in, unsigned steps)
{
	struct child_conditions on = { .level = "#*S0123456789"[fuzz_byte(in) % 13], .grace_ms = 3000 };
	msec_t now = 1000000 + fuzz_byte(in);

	for (unsigned i = 0; i < steps && table_count() > 0; i++) {
		uint8_t what = fuzz_byte(in), which = fuzz_byte(in);
		struct child *due;

		fuzz_group_empty = (what & 8) != 0;
		on.grace_ms = what & 16 ? 0 : 3000;
		fuzz_next_pid = what & 32 ? 0 : (pid_t)(100 + i);
		now += (msec_t)which * which * 16;
		for (unsigned n = 0; n < 8 && (due = table_due(now)) != NULL; n++)
			table_step(due, EV_DEADLINE, &on, now);
		happen(table_child(which % table_count()), what, &on, now);
	}
}

char *
fuzz_picture(void)
{
	char *picture;
	size_t size;
	FILE *f = open_memstream(&picture, &size);

	if (f == NULL)
		abort();
	for (uint32_t i = 0; i < table_count(); i++) {
		const struct child *c = table_child(i);
		const struct inittab_entry *e = &c->e;
		const struct options *o = e->options;
		const struct child_live *l = child_live(c);
		const struct span part[] = { e->line, e->id, e->levels, e->process, o->tty };

		for (size_t k = 0; k < sizeof part / sizeof *part; k++) {
			(void)fwrite(state.text + part[k].at, 1, part[k].len, f);
			(void)fputc('|', f);
		}
		(void)fprintf(f, "%x %d %d %d|%x %u %u %u %u %d|%d %d %d %d %x %u %u %u %d %lld\n", e->mask,
		    e->action, e->no_utmp, e->no_shell, o->grace_ms, o->stop_signal, o->respawn.threshold,
		    o->respawn.delay, o->respawn.retries, o->nolog, l->pid, l->owed, l->state, l->held, l->flags,
		    l->lockouts, l->count, l->step, l->status, (long long)l->deadline);
	}
	if (fclose(f) != 0)
		abort();
	return picture;
}

void
fuzz_reset(void)
{
	static const struct child_conditions on = { .level = '2' };
	struct inittab none;
	char memory[4096] = { 0 };
	uint32_t place = 0;
	struct state s;

	fuzz_next_pid = 100;
	fuzz_requests = 0;
	fuzz_said[0] = '\0';
	if (state.head == NULL) {
		if (state_create(&s, 0, 0) < 0)
			abort();
		state_swap(&s);
	}
	/* Who is stopped and has gone leaves nothing in the table. */
	fuzz_group_empty = true;
	for (uint32_t i = 0; i < table_count(); i++) {
		struct child *c = table_child(i);

		table_owe_not(c);
		if (!child_is_up(c))
			continue;
		table_step(c, EV_UNWANTED, &on, 1000);
		table_step(c, child_live(c)->flags & CHILD_LEADERLESS ? EV_LOOK : EV_EXITED, &on, 1000);
	}
	REQUIRE(inittab_begin(&none, "", 0) <= sizeof memory);
	inittab_use(&none, memory);
	fuzz_merge(&none, &place);
	REQUIRE(table_count() == 0);
	fuzz_group_empty = false;
	struct state_env *e = state_env_edit();
	memset(e, 0, sizeof *e);
	state_env_commit();
	struct level_live *l = state_level_edit();
	memset(l, 0, sizeof *l);
	state_level_commit();
}

void
fuzz_forget(void)
{
	struct state s;

	if (state.head != NULL)
		(void)fuzz_munmap(state.head, state.size);
	state = (struct state){ .fd = -1 };
	if (state_create(&s, 0, 0) < 0)
		abort();
	state_swap(&s);
	REQUIRE(table_resume() == 0 && table_count() == 0);
}
