#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "state.h"

#define MAGIC "rung\r\n\x1a"	/* 8 bytes with the NUL: text tools would damage it visibly */
#define FALLBACK_DIR "/run"

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

static uint32_t
check_of_header(const struct state_header *h)
{
	return check_of(h, offsetof(struct state_header, check));
}

static int
open_file(void)
{
	int fd = memfd_create("rung-state", MFD_CLOEXEC | MFD_ALLOW_SEALING);

	if (fd < 0)
		fd = open(FALLBACK_DIR, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
	return fd < 0 ? -errno : fd;
}

/* Reserve every page now: a full /dev/shm or memory limit must not strike later as SIGBUS. */
static int
open_sized(size_t size)
{
	int fd = open_file();

	if (fd < 0)
		return fd;
	int err = posix_fallocate(fd, 0, (off_t)size);
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

int
state_create(struct state *s, uint32_t slots, uint32_t text_len)
{
	void *memory;

	s->size = size_of(slots, text_len);
	s->fd = open_sized(s->size);
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
	if (state.head != NULL)
		memcpy(s->head, state.head, sizeof *s->head);
	memcpy(s->head->magic, MAGIC, sizeof s->head->magic);
	s->head->version = STATE_VERSION;
	s->head->header_size = sizeof(struct state_header);
	s->head->slot_size = sizeof(struct state_slot);
	s->head->slots = slots;
	s->head->text_len = text_len;
	s->head->check = check_of_header(s->head);
	return 0;
}

void
state_swap(struct state *s)
{
	if (state.head != NULL)
		(void)munmap(state.head, state.size);
	if (s->fd >= 0 && s->fd != STATE_FD) {
		/* dup3 replaces the old file in one step: at no time is there none. */
		int fd = dup3(s->fd, STATE_FD, O_CLOEXEC);

		(void)close(s->fd);
		s->fd = fd;
	} else if (s->fd < 0)
		(void)close(STATE_FD);
	state = *s;
}

void
state_drop(struct state *s)
{
	(void)munmap(s->head, s->size);
	if (s->fd >= 0)
		(void)close(s->fd);
}

static bool
is_valid(const struct state_header *h, size_t size)
{
	return size >= sizeof *h && memcmp(h->magic, MAGIC, sizeof h->magic) == 0 &&
	    h->check == check_of_header(h) && h->version == STATE_VERSION &&
	    h->header_size == sizeof *h && h->slot_size == sizeof(struct state_slot) &&
	    h->slots < size / sizeof(struct state_slot) && size_of(h->slots, h->text_len) == size;
}

int
state_resume(void)
{
	struct stat st;
	struct state s = { .fd = STATE_FD };

	if (fstat(STATE_FD, &st) < 0 || !S_ISREG(st.st_mode) || st.st_size < (off_t)sizeof *s.head)
		return -ENOENT;
	s.size = (size_t)st.st_size;
	void *memory = mmap(NULL, s.size, PROT_READ | PROT_WRITE, MAP_SHARED, STATE_FD, 0);
	if (memory == MAP_FAILED)
		return -errno;
	if (!is_valid(memory, s.size)) {
		(void)munmap(memory, s.size);
		return -EINVAL;
	}
	(void)fcntl(STATE_FD, F_SETFD, FD_CLOEXEC);
	divide(&s, memory, ((struct state_header *)memory)->slots);
	state = s;
	return 0;
}

int
state_keep(bool keep)
{
	if (state.fd != STATE_FD)
		return -ENOTSUP;
	return fcntl(STATE_FD, F_SETFD, keep ? 0 : FD_CLOEXEC) < 0 ? -errno : 0;
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

void
state_put(struct state *s, uint32_t slot, const struct child_live *l)
{
	struct state_slot *to = &s->slot[slot];

	to->copy[CURRENT(&to->current) ^ 1] = *l;
	commit(&to->current, to->copy, sizeof *to->copy, offsetof(struct child_live, check));
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
