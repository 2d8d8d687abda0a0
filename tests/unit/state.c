#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../../state.h"
#include "check.h"

enum { SLOTS = 3, TEXT = 41 };

static uint32_t lost, bad;

static void
begin(void)
{
	static const struct child_live down;
	struct state s;

	if (!CHECK_INT(state_create(&s, SLOTS, TEXT), 0))
		abort();
	for (uint32_t i = 0; i < SLOTS; i++)
		state_put(&s, i, &down);
	memcpy(s.text, "a:2:once:x\n", 11);
	state_swap(&s);
	if (!CHECK_INT(state.fd, STATE_FD))
		abort();
	memset(state_level_edit(), 0, offsetof(struct level_live, check));
	state_level_commit();
	state_env_edit()->used = 0;
	state_env_commit();
}

static int
resume(void)
{
	return state_resume(STATE_FD, &lost, &bad);
}

/* The checksum of state.c: so that a test can change what it protects. */
static uint32_t
check_of(const void *data, size_t len)
{
	uint32_t h = 2166136261u, word;

	for (size_t i = 0; i + sizeof word <= len; i += sizeof word) {
		memcpy(&word, (const char *)data + i, sizeof word);
		h = (h ^ word) * 16777619u;
		h ^= h >> 15;
	}
	return h;
}

static void
seal_header(void)
{
	state.head->check = check_of(state.head, offsetof(struct state_header, check));
}

static void
pairs(void)
{
	struct child_live *l;

	begin();
	CHECK_INT(state_live(1)->pid, 0);
	l = state_edit(1);
	l->pid = 42;
	l->deadline = 1234567890123;
	CHECK_INT(state_live(1)->pid, 0);	/* not before it is committed */
	state_commit(1);
	CHECK_INT(state_live(1)->pid, 42);
	CHECK_INT(state_live(1)->deadline, 1234567890123);
	l = state_edit(1);
	CHECK_INT(l->pid, 42);			/* filled from the current one */
	CHECK(l != state_live(1));
	l->pid = 43;
	state_commit(1);
	CHECK_INT(state_live(1)->pid, 43);
	CHECK_INT(state_live(1)->deadline, 1234567890123);
	CHECK_INT(state_live(0)->pid, 0);
	CHECK_INT(state_live(2)->pid, 0);

	state_level_edit()->level = '3';
	CHECK_INT(state_level()->level, 0);
	state_level_commit();
	CHECK_INT(state_level()->level, '3');

	struct state_env *e = state_env_edit();
	memcpy(e->text, "A=1", 4);
	e->used = 4;
	CHECK_INT(state_env()->used, 0);
	state_env_commit();
	CHECK_INT(state_env()->used, 4);
	CHECK_TEXT(state_env()->text, "A=1");
	state_env_edit()->used = 0;
	state_env_commit();
}

/* As if init had crashed in the middle of a change: the new one sees what was before. */
static void
torn(void)
{
	struct child_live *l;

	begin();
	state_edit(2)->pid = 7;
	state_commit(2);
	l = state_edit(2);
	memset(l, 0xff, sizeof *l);
	memset(state_level_edit(), 0xff, sizeof(struct level_live));
	memset(state_env_edit(), 0xff, sizeof(struct state_env));
	CHECK_INT(resume(), 0);
	CHECK_INT(bad, 0);
	CHECK_INT(state_live(2)->pid, 7);
	CHECK_INT(state_level()->runlevel, 0);
	CHECK_INT(state_env()->used, 0);
	CHECK_INT(state_edit(2)->pid, 7);
}

static void
scramble(void *data, size_t len)
{
	for (size_t i = 0; i < len; i++)
		((unsigned char *)data)[i] = (unsigned char)fake_random(256);
}

/*
 * A pair is written: the idle copy byte by byte, then the index.  Whatever part of that has been done, in whatever order
 * it came to memory, the next init sees what was before or what was meant, nothing else; and before the index is
 * written, what was before.
 */
static void
torn_at_every_byte(void)
{
	enum { SIZE = sizeof(struct child_live) };
	unsigned char before[SIZE], after[SIZE], old[SIZE], meant[SIZE];

	for (int round = 0; round < 16; round++) {
		begin();
		scramble(state_edit(1), SIZE - 4);
		state_commit(1);
		memcpy(old, state_live(1), SIZE);
		uint32_t current = atomic_load(&state.slot[1].current) & 1, idle = current ^ 1;
		scramble(&state.slot[1].copy[idle], SIZE);
		memcpy(before, &state.slot[1].copy[idle], SIZE);
		scramble(state_edit(1), SIZE - 4);
		state_commit(1);
		memcpy(meant, state_live(1), SIZE);
		memcpy(after, &state.slot[1].copy[idle], SIZE);
		for (size_t n = 0; n <= SIZE; n++)
			for (uint32_t flipped = 0; flipped < 2; flipped++) {
				memcpy(&state.slot[1].copy[idle], after, n);
				memcpy((char *)&state.slot[1].copy[idle] + n, before + n, SIZE - n);
				atomic_store(&state.slot[1].current, current ^ flipped);
				CHECK_INT(resume(), 0);
				CHECK_INT(bad, 0);
				bool is_meant = memcmp(state_live(1), meant, SIZE) == 0;
				CHECK(is_meant || memcmp(state_live(1), old, SIZE) == 0);
				CHECK_INT(is_meant, flipped && n == SIZE);
			}
	}
}

/* The same of the level: what it has lost cannot be made up, so it must not lose anything. */
static void
torn_level(void)
{
	enum { SIZE = sizeof(struct level_live) };
	unsigned char before[SIZE], after[SIZE], old[SIZE], meant[SIZE];

	for (int round = 0; round < 4; round++) {
		begin();
		scramble(state_level_edit(), SIZE - 4);
		state_level_commit();
		memcpy(old, state_level(), SIZE);
		uint32_t current = atomic_load(&state.head->level_current) & 1, idle = current ^ 1;
		memcpy(before, &state.head->level[idle], SIZE);
		scramble(state_level_edit(), SIZE - 4);
		state_level_commit();
		memcpy(meant, state_level(), SIZE);
		memcpy(after, &state.head->level[idle], SIZE);
		for (size_t n = 0; n <= SIZE; n++)
			for (uint32_t flipped = 0; flipped < 2; flipped++) {
				memcpy(&state.head->level[idle], after, n);
				memcpy((char *)&state.head->level[idle] + n, before + n, SIZE - n);
				atomic_store(&state.head->level_current, current ^ flipped);
				CHECK_INT(resume(), 0);
				bool is_meant = memcmp(state_level(), meant, SIZE) == 0;
				/* n == 0 and flipped: the copy before it was whole as well */
				CHECK(is_meant || memcmp(state_level(), old, SIZE) == 0 ||
				    (flipped && n == 0 && memcmp(state_level(), before, SIZE) == 0));
				CHECK_INT(is_meant, flipped && n == SIZE);
			}
	}
}

/* A damaged copy gives way to the other one, every byte of it. */
static void
damaged(void)
{
	for (size_t byte = 0; byte < sizeof(struct child_live); byte++) {
		begin();
		state_edit(1)->pid = 7;
		state_commit(1);
		state_edit(1)->pid = 8;
		state_commit(1);
		((unsigned char *)(uintptr_t)state_live(1))[byte] ^= 4;
		CHECK_INT(resume(), 0);
		CHECK_INT(bad, 0);
		CHECK_INT(state_live(1)->pid, 7);
	}
	/* with none left a slot begins afresh, and the others are whole */
	begin();
	state_edit(0)->pid = 5;
	state_commit(0);
	state_edit(1)->pid = 7;
	state_commit(1);
	state.slot[1].born = 7;
	state.slot[1].copy[0].count ^= 1;
	state.slot[1].copy[1].count ^= 1;
	CHECK_INT(resume(), 0);
	CHECK_INT(bad, 1);
	CHECK_INT(state_live(0)->pid, 5);
	CHECK_INT(state_live(1)->pid, 0);
	CHECK_INT(state.slot[1].born, 7);	/* by which its process is found */

	begin();
	state_level_edit()->level = '3';
	state_level_commit();
	state_level_edit()->level = '4';
	state_level_commit();
	((struct level_live *)(uintptr_t)state_level())->cursor ^= 1;
	CHECK_INT(resume(), 0);
	CHECK_INT(state_level()->level, '3');
	/* what the level lost cannot be made up */
	state.head->level[0].cursor ^= 2;
	state.head->level[1].cursor ^= 4;
	CHECK_INT(resume(), -EBADMSG);
	begin();
	state.text[3] ^= 1;
	CHECK_INT(resume(), -EBADMSG);
}

static void
resumed(void)
{
	begin();
	state_edit(1)->pid = 99;
	state_commit(1);
	state_level_edit()->level = '5';
	state_level_commit();
	state.head->booted = 77;
	CHECK_INT(fcntl(STATE_FD, F_SETFD, 0), 0);	/* as for an exec */
	memset(&state, 0, sizeof state);
	CHECK_INT(resume(), 0);
	CHECK_INT(lost, 0);
	CHECK_INT(bad, 0);
	CHECK_INT(state.fd, STATE_FD);
	CHECK_INT(fcntl(STATE_FD, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
	CHECK_INT(state.head->slots, SLOTS);
	CHECK_INT(state.head->text_len, TEXT);
	CHECK_INT(state.head->booted, 77);
	CHECK_INT(state_live(1)->pid, 99);
	CHECK_INT(state_level()->level, '5');
	CHECK(memcmp(state.text, "a:2:once:x\n", 11) == 0);
}

/* A header that differs in any byte is damaged, or another program's. */
static void
rejected(void)
{
	begin();
	for (size_t byte = 0; byte < offsetof(struct state_header, check) + 4; byte++) {
		((unsigned char *)state.head)[byte] ^= 1;
		CHECK_INT(resume(), -EBADMSG);
		((unsigned char *)state.head)[byte] ^= 1;
	}
	state.head->magic[0] ^= 1;
	seal_header();
	CHECK_INT(resume(), -EBADMSG);
	state.head->magic[0] ^= 1;
	seal_header();
	CHECK_INT(resume(), 0);
}

#define WORD(field) (offsetof(struct state_layout, field) / sizeof(uint32_t))

/* Whatever a layout says, nothing outside of the file is touched. */
static void
bad_layouts(void)
{
	static const uint32_t wrong[] = { 0, 1, 7, 9, 100, 0x7fffffff, 0xfffffff0, 0xffffffff };
	enum { WORDS = sizeof(struct state_layout) / sizeof(uint32_t) };
	char row[64];
	uint32_t *word;

	check_row = row;
	for (size_t i = 0; i < WORDS + 2; i++)
		for (size_t k = 0; k < COUNT(wrong); k++) {
			begin();
			word = i < WORDS ? (uint32_t *)(void *)&state.head->layout + i :
			    i == WORDS ? &state.head->slots : &state.head->text_len;
			*word = wrong[k];
			(void)snprintf(row, sizeof row, "word %u = %u", (unsigned)i, (unsigned)wrong[k]);
			seal_header();
			int err = resume();
			/* fewer common fields are what an older version had, but the indexes are two */
			if (i == WORD(common_at) || (i == WORD(common_size) && wrong[k] >= 8))
				continue;
			/* copies that are elsewhere, or of another size, are not whole */
			if (i == WORD(copy_at) || i == WORD(live_size))
				CHECK(err < 0 || bad == SLOTS);
			else
				CHECK(err < 0);
		}
	begin();
}

/* Put a file of that content on the descriptor. */
static void
leave(const void *data, size_t size)
{
	char name[] = "/tmp/rung-unit.XXXXXX";
	int fd = mkstemp(name);

	CHECK(fd >= 0);
	(void)unlink(name);
	CHECK_INT(write(fd, data, size), size);
	CHECK_INT(dup2(fd, STATE_FD), STATE_FD);
	(void)close(fd);
}

/* A state whose slots and level have had a field more each, or less: what both know is taken. */
static void
other_version(bool newer)
{
	const struct state_layout ours = state.head->layout;
	struct state_layout o = ours;
	size_t header, slot;
	char *theirs;
	uint32_t *p, sum;

	begin();
	state_edit(0)->pid = 11;
	state_commit(0);
	state_edit(2)->pid = 33;
	state_commit(2);
	state_level_edit()->level = '4';
	state_level_commit();

	/* copy 0 of each slot, with 8 bytes more or 16 less before the check; level, env and common as ours */
	o.live_size = newer ? ours.live_size + 8 : ours.live_size - 16;
	o.slot_size = ours.copy_at + 2 * o.live_size;
	header = o.header_size;
	slot = o.slot_size;
	theirs = calloc(1, header + SLOTS * slot + TEXT);
	if (theirs == NULL)
		abort();
	state.head->layout = o;
	state.head->version = newer ? STATE_VERSION + 1 : STATE_VERSION - 1;
	seal_header();
	memcpy(theirs, state.head, header);
	for (uint32_t i = 0; i < SLOTS; i++) {
		char *to = theirs + header + i * slot;

		memcpy(to, &state.slot[i], ours.copy_at);
		memset(to, 0, 4);
		memcpy(to + ours.copy_at, state_live(i), newer ? ours.live_size - 4 : o.live_size - 4);
		sum = check_of(to + ours.copy_at, o.live_size - 4);
		memcpy(to + ours.copy_at + o.live_size - 4, &sum, 4);
	}
	memcpy(theirs + header + SLOTS * slot, state.text, TEXT);
	p = (uint32_t *)(void *)theirs;
	CHECK(memcmp(p, "rung", 4) == 0);
	leave(theirs, header + SLOTS * slot + TEXT);
	free(theirs);
	CHECK_INT(resume(), 0);
	CHECK_INT(bad, 0);
	CHECK_INT(lost, newer ? 8 * SLOTS : 0);
	CHECK(memcmp(&state.head->layout, &ours, sizeof ours) == 0);
	CHECK_INT(state.head->version, STATE_VERSION);
	CHECK_INT(state_live(0)->pid, 11);
	CHECK_INT(state_live(1)->pid, 0);
	CHECK_INT(state_live(2)->pid, 33);
	CHECK_INT(state_level()->level, '4');
	CHECK(memcmp(state.text, "a:2:once:x\n", 11) == 0);
	CHECK_INT(resume(), 0);
	CHECK_INT(lost, 0);
}

static void
newer(void)
{
	begin();
	other_version(true);
}

static void
older(void)
{
	begin();
	other_version(false);
}

static void
not_there(void)
{
	char *copy;
	size_t size;
	int ends[2];

	begin();
	size = state.size;
	copy = malloc(size + 1);
	if (copy == NULL)
		abort();
	memcpy(copy, state.head, size);
	copy[size] = '\0';

	(void)close(STATE_FD);
	CHECK_INT(resume(), -ENOENT);
	if (pipe(ends) < 0 || dup2(ends[0], STATE_FD) < 0)
		abort();
	(void)close(ends[0]);
	(void)close(ends[1]);
	CHECK_INT(resume(), -ENOENT);
	leave("", 0);
	CHECK_INT(resume(), -ENOENT);
	leave(copy, sizeof(struct state_header) / 2 - 1);
	CHECK_INT(resume(), -ENOENT);
	leave(copy, sizeof(struct state_header) - 1);
	CHECK_INT(resume(), -EBADMSG);
	leave(copy, size - 1);		/* sizes and length disagree */
	CHECK_INT(resume(), -EBADMSG);
	leave(copy, size + 1);
	CHECK_INT(resume(), -EBADMSG);
	memset(copy, 0, size);
	leave(copy, size);
	CHECK_INT(resume(), -EBADMSG);
	free(copy);
	begin();
}

/* The file cannot be made shorter below the mapping: that would be a SIGBUS. */
static void
sealed(void)
{
	begin();
	CHECK(ftruncate(STATE_FD, 1) < 0);
	CHECK(ftruncate(STATE_FD, 1 << 20) < 0);
}

static void
replaced(void)
{
	struct state s;

	begin();
	state.head->oom_score_adj = -17;
	state_level_edit()->level = '4';
	state_level_commit();
	state_edit(0)->pid = 5;
	state_commit(0);
	CHECK_INT(state_create(&s, 1, 1), 0);
	state_drop(&s);
	CHECK_INT(state_live(0)->pid, 5);	/* dropped: nothing has changed */
	CHECK_INT(state_create(&s, 9, 1), 0);
	CHECK(s.fd != STATE_FD);
	state_swap(&s);
	CHECK_INT(state.fd, STATE_FD);
	CHECK_INT(state.head->slots, 9);
	CHECK_INT(state.head->oom_score_adj, -17);
	CHECK_INT(state_level()->level, '4');
	CHECK_INT(state_live(0)->pid, 0);
	CHECK_INT(fcntl(STATE_FD, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
	state.head->oom_score_adj = 0;
}

static void
copied(void)
{
	int fd;

	begin();
	state_edit(1)->pid = 44;
	state_commit(1);
	fd = state_copy();
	if (!CHECK(fd >= 0))
		return;
	state_edit(1)->pid = 55;
	state_commit(1);
	CHECK_INT(state_resume(fd, &lost, &bad), 0);
	(void)close(fd);
	CHECK_INT(state.fd, STATE_FD);
	CHECK_INT(state_live(1)->pid, 44);
}

/* The first ones stay, behind them the ring holds the newest; an id that is too long is cut. */
static void
events(void)
{
	enum { MANY = 3 * STATE_EVENTS + 5 };
	const struct state_event *e = state.head->event;
	usec_t before = clock_uptime();

	begin();
	state.head->events = 0;
	for (int i = 0; i < MANY; i++)
		state_event(EVENT_DIED, "a-very-long-id-indeed", 21, 1000 + i, i);
	for (int round = 0; round < 2; round++) {
		e = state.head->event;
		CHECK_INT(state.head->events, MANY);
		CHECK_INT(e[0].kind, EVENT_DIED);
		CHECK(e[0].time >= before && e[0].time <= e[1].time && e[1].time <= clock_uptime());
		CHECK(memcmp(e[0].id, "a-very-long-id-indeed", sizeof e->id) == 0);
		for (int i = 0; i < STATE_EVENTS_KEPT; i++)
			CHECK_INT(e[i].pid, 1000 + i);
		for (int i = MANY - STATE_EVENTS_RING; i < MANY; i++)
			CHECK_INT(e[state_event_at((uint32_t)i)].status, i);
		CHECK_INT(resume(), 0);
	}
}

/* A new file is no larger in memory than what has happened: what no event has come to is not touched. */
static void
few_events(void)
{
	const size_t page = (size_t)sysconf(_SC_PAGESIZE);
	unsigned char in_memory = 0xff;
	struct state s;

	begin();
	state.head->events = 0;
	state_event(EVENT_EXEC, "", 0, 1, 7);
	if (!CHECK_INT(state_create(&s, SLOTS, TEXT), 0))
		return;
	CHECK_INT(s.head->events, 1);
	CHECK_INT(s.head->event[0].status, 7);
	char *last = (char *)s.head + (sizeof *s.head / page - 1) * page;	/* a page of events alone */
	if (last > (char *)&s.head->event[1]) {
		CHECK_INT(mincore(last, page, &in_memory), 0);
		CHECK_INT(in_memory & 1, 0);
	}
	state_drop(&s);
}

void
suite_state(void)
{
	test("state: a change is seen when it is committed, whole", pairs);
	test("state: a torn write falls back to what was before", torn);
	test("state: a slot that is torn at any byte is the old or the new one", torn_at_every_byte);
	test("state: the level, too", torn_level);
	test("state: a damaged copy gives way to the other one", damaged);
	test("state: what was left is taken over", resumed);
	test("state: a header that is damaged is rejected", rejected);
	test("state: a layout that cannot be is rejected", bad_layouts);
	test("state: of a newer version what is known here is taken, the rest counted", newer);
	test("state: of an older version everything is taken", older);
	test("state: what is no state is not taken for one", not_there);
	test("state: its file can neither shrink nor grow", sealed);
	test("state: a new one takes the place of the old, the header's contents carry over", replaced);
	test("state: a copy of it can be taken over, too", copied);
	test("state: the first events and the newest are remembered", events);
	test("state: what no event has come to takes no memory", few_events);
}
