#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "state.h"

#define FALLBACK_DIR "/run"
#define TOUCHED 65536		/* bytes that one read fault maps: fault_around_bytes of the kernel, as it is by default */

struct state state = { .fd = -1 };

static size_t
size_of(uint32_t slots, uint32_t text_len)
{
	return sizeof(struct state_header) + slots * sizeof(struct state_slot) + text_len;
}

static uint32_t
check_of(const void *data, size_t len)
{
	const char *p = data;
	uint32_t h = 2166136261u, word;	/* FNV-1a over words: all that is summed is made of them */

	for (size_t i = 0; i + sizeof word <= len; i += sizeof word) {
		memcpy(&word, p + i, sizeof word);
		h = (h ^ word) * 16777619u;
		h ^= h >> 15;
	}
	return h;
}

static const struct state_layout own_layout = {
	.common_at = offsetof(struct state_header, records_due),
	.common_size = offsetof(struct state_header, level) - offsetof(struct state_header, records_due),
	.level_at = offsetof(struct state_header, level),
	.level_size = sizeof(struct level_live),
	.env_at = offsetof(struct state_header, env),
	.env_size = sizeof(struct state_env),
	.header_size = sizeof(struct state_header),
	.slot_size = sizeof(struct state_slot),
	.copy_at = offsetof(struct state_slot, copy),
	.live_size = sizeof(struct child_live),
};

/* The check is the last word of each copy: nothing behind it, no padding. */
_Static_assert(offsetof(struct child_live, check) + 4 == sizeof(struct child_live), "check is last");
_Static_assert(offsetof(struct level_live, check) + 4 == sizeof(struct level_live), "check is last");
_Static_assert(offsetof(struct state_env, check) + 4 == sizeof(struct state_env), "check is last");

_Static_assert(offsetof(struct state_header, level) - offsetof(struct state_header, level_current) == 8,
    "the indexes of the pairs stand right before them");

static uint32_t
check_of_header(const struct state_header *h)
{
	return check_of(h, offsetof(struct state_header, check));
}

/* Of bytes, not words: a text has any length. */
static uint32_t
check_of_text(const char *text, uint32_t len)
{
	uint32_t whole = len & ~3u, h = check_of(text, whole);

	for (uint32_t i = whole; i < len; i++)
		h = (h ^ (unsigned char)text[i]) * 16777619u;
	return h;
}

static int
open_file(void)
{
	int fd = memfd_create("rung-state", MFD_CLOEXEC | MFD_ALLOW_SEALING);

	if (fd < 0)
		fd = open(FALLBACK_DIR, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
	return fd < 0 ? -errno : fd;
}

/* What is behind it has never been touched. */
static size_t
used_of_header(const struct state_header *h)
{
	uint32_t events = h->events < STATE_EVENTS ? h->events : STATE_EVENTS;

	return offsetof(struct state_header, event) + events * sizeof *h->event;
}

/* 0, or an errno. */
static int
write_all(int fd, const void *from, size_t size, size_t at)
{
	const char *next = from;
	ssize_t n;

	for (; size > 0; next += n, at += (size_t)n, size -= (size_t)n)
		if ((n = pwrite(fd, next, size, (off_t)at)) <= 0)
			return n < 0 ? errno : EIO;
	return 0;
}

/*
 * A file that begins with the header and `slots` slots of the state in use.  Every page is reserved now: a full
 * /dev/shm or memory limit must not strike later as SIGBUS.
 */
static int
open_filled(size_t size, uint32_t slots)
{
	int fd = open_file(), err = 0;

	if (fd < 0)
		return fd;
	if (state.head != NULL)
		err = write_all(fd, state.head, used_of_header(state.head), 0);
	if (err == 0)
		err = write_all(fd, state.slot, slots * sizeof *state.slot, sizeof *state.head);
	if (err == 0)
		err = posix_fallocate(fd, 0, (off_t)size);
	if (err != 0) {
		(void)close(fd);
		return -err;
	}
	/* A plain file has no seals; nobody else holds it open. */
	(void)fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
	return fd;
}

static void
divide(struct state *s, void *memory, uint32_t slots)
{
	s->head = memory;
	s->slot = (struct state_slot *)(void *)(s->head + 1);
	s->text = (char *)(s->slot + slots);
}

/*
 * The pairs: copy 0 and copy 1 of size bytes each at base; the last four bytes that count are the
 * checksum at offset check.
 */
#define CURRENT(index) (atomic_load_explicit(index, memory_order_acquire) & 1)

static void *
edit(_Atomic uint32_t *index, void *base, size_t size)
{
	uint32_t now = CURRENT(index);
	char *copy = base;

	memcpy(copy + (now ^ 1) * size, copy + now * size, size);
	return copy + (now ^ 1) * size;
}

static void
commit(_Atomic uint32_t *index, void *base, size_t size, size_t check)
{
	uint32_t next = CURRENT(index) ^ 1, sum;
	char *copy = (char *)base + next * size;

	sum = check_of(copy, check);
	memcpy(copy + check, &sum, sizeof sum);
	atomic_store_explicit(index, next, memory_order_release);
}

/* The file's pages that have something in them come with a read of one nearby, a write would bring one alone. */
static void
touch(const char *memory, size_t size)
{
	for (size_t at = 0; at < size; at += TOUCHED)
		(void)*(const volatile char *)(memory + at);
}

static int
create(struct state *s, uint32_t slots, uint32_t text_len, uint32_t kept)
{
	char *memory;

	s->size = size_of(slots, text_len);
	s->fd = open_filled(s->size, kept);
	if (s->fd >= 0)
		memory = mmap(NULL, s->size, PROT_READ | PROT_WRITE, MAP_SHARED, s->fd, 0);
	else
		memory = mmap(NULL, s->size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (memory == MAP_FAILED) {
		int err = -errno;
		if (s->fd >= 0)
			(void)close(s->fd);
		return err;
	}
	divide(s, memory, slots);
	if (s->fd >= 0)
		touch(memory, s->size);
	else if (state.head != NULL) {
		memcpy(s->head, state.head, used_of_header(state.head));
		memcpy(s->slot, state.slot, kept * sizeof *s->slot);
	}
	if (state.head == NULL) {
		/* Zeros with a check: an empty pair is whole too. */
		commit(&s->head->level_current, s->head->level, sizeof *s->head->level,
		    offsetof(struct level_live, check));
		commit(&s->head->env_current, s->head->env, sizeof *s->head->env,
		    offsetof(struct state_env, check));
	}
	memcpy(s->head->magic, STATE_MAGIC, sizeof s->head->magic);
	s->head->version = STATE_VERSION;
	s->head->layout = own_layout;
	s->head->slots = slots;
	s->head->text_len = text_len;
	s->head->check = check_of_header(s->head);
	return 0;
}

int
state_create(struct state *s, uint32_t slots, uint32_t text_len)
{
	return create(s, slots, text_len, 0);
}

int
state_renew(struct state *s, uint32_t slots, uint32_t text_len)
{
	uint32_t kept = state.head != NULL ? state.head->slots : 0;

	return create(s, slots, text_len, kept < slots ? kept : slots);
}

void
state_swap(struct state *s)
{
	s->head->text_check = check_of_text(s->text, s->head->text_len);
	s->head->check = check_of_header(s->head);
	struct state old = state;
	int fd = s->fd;

	/* dup3 replaces the old file in one step: at no time is there none. */
	if (fd >= 0 && fd != STATE_FD)
		s->fd = dup3(fd, STATE_FD, O_CLOEXEC);
	else if (fd < 0)
		(void)close(STATE_FD);
	state = *s;
	/* Not before: a crash is noted where state.head points. */
	if (fd >= 0 && fd != STATE_FD)
		(void)close(fd);
	if (old.head != NULL)
		(void)munmap(old.head, old.size);
}

void
state_drop(struct state *s)
{
	(void)munmap(s->head, s->size);
	if (s->fd >= 0)
		(void)close(s->fd);
}

void
state_put(struct state *s, uint32_t slot, const struct child_live *l)
{
	struct state_slot *to = &s->slot[slot];

	to->copy[CURRENT(&to->current) ^ 1] = *l;
	commit(&to->current, to->copy, sizeof *to->copy, offsetof(struct child_live, check));
}

/* Could a header be ours, with all its parts inside size bytes? */
static bool
is_sound(const struct state_header *h, size_t size)
{
	const struct state_layout *o = &h->layout;

	if (size < sizeof *h / 2 || memcmp(h->magic, STATE_MAGIC, sizeof h->magic) != 0 ||
	    h->check != check_of_header(h) || o->header_size > size || o->slot_size == 0 ||
	    o->live_size < 8 || o->level_at < 8 || o->common_size < 8 || o->level_size < 8 || o->env_size < 8)
		return false;
	if ((uint64_t)o->common_at + o->common_size > o->header_size ||
	    (uint64_t)o->level_at + 2 * (uint64_t)o->level_size > o->header_size ||
	    (uint64_t)o->env_at + 2 * (uint64_t)o->env_size > o->header_size ||
	    (uint64_t)o->copy_at + 2 * (uint64_t)o->live_size > o->slot_size)
		return false;
	return (uint64_t)h->slots * o->slot_size <= size - o->header_size &&
	    h->text_len == size - o->header_size - (size_t)h->slots * o->slot_size;
}

/* Which of two copies of size bytes is whole: the current one, else the other; -1: none. */
static int
whole_copy(const char *base, size_t size, uint32_t current)
{
	for (int i = 0; i < 2; i++) {
		const char *copy = base + ((current ^ (uint32_t)i) & 1) * size;
		uint32_t sum;

		memcpy(&sum, copy + size - sizeof sum, sizeof sum);
		if (sum == check_of(copy, size - sizeof sum))
			return (int)((current ^ (uint32_t)i) & 1);
	}
	return -1;
}

/* Copy what both sides know of a part; count what only the other one knows. */
static void
take(void *to, size_t to_size, const char *from, size_t from_size, uint32_t *lost)
{
	memcpy(to, from, to_size < from_size ? to_size : from_size);
	if (from_size > to_size)
		*lost += (uint32_t)(from_size - to_size);
}

/* A pair of theirs becomes copy 0 of ours, with the check left to commit(). */
static bool
take_pair(void *to, size_t to_size, const char *from, size_t from_size, uint32_t current, uint32_t *lost)
{
	int whole = whole_copy(from, from_size, current);

	if (whole < 0)
		return false;
	take(to, to_size - 4, from + (size_t)whole * from_size, from_size - 4, lost);
	return true;
}

static bool
take_slot(struct state *s, uint32_t i, const char *from, const struct state_layout *o, uint32_t *lost)
{
	struct state_slot *to = &s->slot[i];
	struct child_live l = { .pid = 0 };
	uint32_t current;

	memcpy(&current, from, sizeof current);		/* the first field, in every version */
	take(to, offsetof(struct state_slot, copy), from, o->copy_at, lost);
	atomic_store(&to->current, 0);
	bool good = take_pair(&l, sizeof l, from + o->copy_at, o->live_size, current, lost);
	state_put(s, i, &l);
	return good;
}

/*
 * Read theirs, whatever its version, into a new state of ours.  What the level lost cannot be
 * made up; a slot can: its process is found by `born`.
 */
static int
convert(struct state *s, const char *theirs, uint32_t *lost, uint32_t *bad)
{
	const struct state_header *h = (const void *)theirs;
	struct state_layout o = h->layout;
	const char *slots = theirs + o.header_size, *text = slots + (size_t)h->slots * o.slot_size;
	struct state_header *to;
	int err;

	if (check_of_text(text, h->text_len) != h->text_check)
		return -EBADMSG;
	err = state_create(s, h->slots, h->text_len);
	if (err < 0)
		return err;
	to = s->head;
	memcpy(s->text, text, h->text_len);
	to->text_check = h->text_check;
	to->check = check_of_header(to);
	uint32_t level = CURRENT((const _Atomic uint32_t *)(const void *)(theirs + o.level_at - 8));
	uint32_t env = CURRENT((const _Atomic uint32_t *)(const void *)(theirs + o.level_at - 4));
	take((char *)to + own_layout.common_at, own_layout.common_size - 8, theirs + o.common_at,
	    o.common_size - 8, lost);
	atomic_store(&to->level_current, 1);
	atomic_store(&to->env_current, 1);
	bool good = take_pair(&to->level[0], sizeof *to->level, theirs + o.level_at, o.level_size, level, lost);
	commit(&to->level_current, to->level, sizeof *to->level, offsetof(struct level_live, check));
	if (!good || !take_pair(&to->env[0], sizeof *to->env, theirs + o.env_at, o.env_size, env, lost)) {
		state_drop(s);
		return -EBADMSG;
	}
	commit(&to->env_current, to->env, sizeof *to->env, offsetof(struct state_env, check));
	for (uint32_t i = 0; i < h->slots; i++)
		*bad += !take_slot(s, i, slots + (size_t)i * o.slot_size, &o, lost);
	if (o.common_size != own_layout.common_size || o.header_size != own_layout.header_size)
		to->events = 0;
	else
		memcpy(to->event, h->event, used_of_header(h) - offsetof(struct state_header, event));
	return 0;
}

/* Make the whole one of a pair the current one. */
static bool
choose(_Atomic uint32_t *index, const void *base, size_t size)
{
	int whole = whole_copy(base, size, CURRENT(index));

	if (whole >= 0)
		atomic_store(index, (uint32_t)whole);
	return whole >= 0;
}

/*
 * Of the same layout: carry on in that very file.  Children and helpers that init before us has started and that
 * have not come to their exec still write there.
 */
static int
keep(struct state *s, void *memory, size_t size, uint32_t *bad)
{
	static const struct child_live afresh;

	s->fd = STATE_FD;
	s->size = size;
	divide(s, memory, ((struct state_header *)memory)->slots);
	if (check_of_text(s->text, s->head->text_len) != s->head->text_check ||
	    !choose(&s->head->level_current, s->head->level, sizeof *s->head->level) ||
	    !choose(&s->head->env_current, s->head->env, sizeof *s->head->env))
		return -EBADMSG;
	for (uint32_t i = 0; i < s->head->slots; i++)
		if (!choose(&s->slot[i].current, s->slot[i].copy, sizeof *s->slot[i].copy)) {
			state_put(s, i, &afresh);
			++*bad;
		}
	(void)fcntl(STATE_FD, F_SETFD, FD_CLOEXEC);	/* nothing to be done about it */
	return 0;
}

static bool
is_own(int fd, const struct state_header *h)
{
	return fd == STATE_FD && h->version == STATE_VERSION &&
	    memcmp(&h->layout, &own_layout, sizeof own_layout) == 0;
}

int
state_resume(int fd, uint32_t *lost, uint32_t *bad)
{
	struct stat st;
	struct state s;

	*lost = *bad = 0;
	if (fstat(fd, &st) < 0)
		return errno == EBADF ? -ENOENT : -EIO;
	if (!S_ISREG(st.st_mode) || st.st_size < (off_t)sizeof(struct state_header) / 2)
		return -ENOENT;
	size_t size = (size_t)st.st_size;
	void *theirs = mmap(NULL, size, fd == STATE_FD ? PROT_READ | PROT_WRITE : PROT_READ, MAP_SHARED, fd, 0);
	if (theirs == MAP_FAILED)
		return -errno;
	bool sound = is_sound(theirs, size), own = sound && is_own(fd, theirs);
	int err = own ? keep(&s, theirs, size, bad) : sound ? convert(&s, theirs, lost, bad) : -EBADMSG;
	if (!own || err < 0)
		(void)munmap(theirs, size);
	if (err == 0)
		state_swap(&s);
	return err;
}

struct state_header *
state_peek(void)
{
	struct stat st;
	struct state_header *h;

	if (fstat(STATE_FD, &st) < 0 || !S_ISREG(st.st_mode) || st.st_size < (off_t)sizeof *h)
		return NULL;
	h = mmap(NULL, sizeof *h, PROT_READ | PROT_WRITE, MAP_SHARED, STATE_FD, 0);
	if (h == MAP_FAILED)
		return NULL;
	return is_sound(h, (size_t)st.st_size) && is_own(STATE_FD, h) ? h : NULL;
}

int
state_copy(void)
{
	int fd = open_filled(state.size, state.head->slots);
	int err = fd < 0 ? 0 : write_all(fd, state.text, state.head->text_len,
	    (size_t)(state.text - (const char *)state.head));

	if (err == 0)
		return fd;
	(void)close(fd);
	return -err;
}

int
state_into_file(void)
{
	if (state.fd == STATE_FD)
		return 0;
	int fd = state_copy();
	if (fd < 0 || fd == STATE_FD)
		return fd < 0 ? fd : 0;
	int err = dup3(fd, STATE_FD, O_CLOEXEC) < 0 ? -errno : 0;
	(void)close(fd);
	return err;
}

const struct child_live *
state_live(uint32_t slot)
{
	struct state_slot *s = &state.slot[slot];

	return &s->copy[CURRENT(&s->current)];
}

struct child_live *
state_edit(uint32_t slot)
{
	struct state_slot *s = &state.slot[slot];

	return edit(&s->current, s->copy, sizeof *s->copy);
}

void
state_commit(uint32_t slot)
{
	struct state_slot *s = &state.slot[slot];

	commit(&s->current, s->copy, sizeof *s->copy, offsetof(struct child_live, check));
}

void
state_event(enum state_event_kind kind, const char *id, size_t id_len, pid_t pid, int status)
{
	struct state_header *h = state.head;
	struct state_event *e = &h->event[state_event_at(h->events)];

	memset(e, 0, sizeof *e);
	e->time = clock_uptime();
	e->kind = (uint16_t)kind;
	e->pid = pid;
	e->status = status;
	memcpy(e->id, id, id_len < sizeof e->id ? id_len : sizeof e->id);
	/* Whoever reads along, and the next init after a crash here, sees it whole or not at all. */
	atomic_signal_fence(memory_order_release);
	h->events++;
}

const struct level_live *
state_level(void)
{
	return &state.head->level[CURRENT(&state.head->level_current)];
}

struct level_live *
state_level_edit(void)
{
	struct state_header *h = state.head;

	return edit(&h->level_current, h->level, sizeof *h->level);
}

void
state_level_commit(void)
{
	struct state_header *h = state.head;

	commit(&h->level_current, h->level, sizeof *h->level, offsetof(struct level_live, check));
}

const struct state_env *
state_env(void)
{
	return &state.head->env[CURRENT(&state.head->env_current)];
}

struct state_env *
state_env_edit(void)
{
	struct state_header *h = state.head;

	return edit(&h->env_current, h->env, sizeof *h->env);
}

void
state_env_commit(void)
{
	struct state_header *h = state.head;

	commit(&h->env_current, h->env, sizeof *h->env, offsetof(struct state_env, check));
}
