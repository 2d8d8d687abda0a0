#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../inittab.h"
#include "../../state.h"
#include "../xalloc.h"
#include "events.h"
#include "shown.h"

/* The state as it was at one moment: the header, and the text that the ids come from. */
struct seen {
	struct state_header head;
	char *text;
	struct inittab table;
};

/* What has no so many bytes, or none that can be read, is no state. */
static int
read_at(int fd, void *to, size_t size, size_t at)
{
	return pread(fd, to, size, (off_t)at) == (ssize_t)size ? 0 : -ENOENT;
}

/*
 * Init writes on while this reads: what it may have overwritten meanwhile is not believed.
 * Ends with the number of the first event of the ring that is whole.
 */
static int
read_header(int fd, struct seen *r, uint32_t *first)
{
	uint32_t after;
	int err = read_at(fd, &r->head, sizeof r->head, 0);

	if (err < 0)
		return err;
	if (memcmp(r->head.magic, STATE_MAGIC, sizeof r->head.magic) != 0)
		return -ENOENT;
	if (r->head.version != STATE_VERSION || r->head.layout.header_size != sizeof r->head ||
	    r->head.layout.slot_size != sizeof(struct state_slot))
		return -EPROTO;
	err = read_at(fd, &after, sizeof after, offsetof(struct state_header, events));
	*first = STATE_EVENTS_KEPT;
	if (err == 0 && after >= STATE_EVENTS)	/* one more is being written */
		*first = after + 1 - STATE_EVENTS_RING;
	return err;
}

static void
ignore(const struct inittab_problem *p, const char *text, void *arg)
{
	(void)p, (void)text, (void)arg;
}

/* The table, for what the ids run.  A table is not rewritten: a new one is a new file. */
static void
read_table(int fd, struct seen *r)
{
	size_t len = r->head.text_len, at = sizeof r->head + (size_t)r->head.slots * sizeof(struct state_slot);
	struct stat st;

	r->text = NULL;
	if (fstat(fd, &st) < 0 || (uint64_t)st.st_size < (uint64_t)at + len)
		len = 0;
	r->text = xrealloc(NULL, len + 1);
	if (read_at(fd, r->text, len, at) < 0)
		len = 0;
	size_t size = inittab_begin(&r->table, r->text, len);
	void *memory = xrealloc(NULL, size);
	memset(memory, 0, size);
	inittab_use(&r->table, memory);
	inittab_parse(&r->table, "state", (struct span){ 0, (uint32_t)len }, ignore, NULL);
}

/* An event has only the beginning of a long id. */
static const struct inittab_entry *
find(const struct seen *r, const struct state_event *e, size_t len)
{
	for (uint32_t i = 0; i < r->table.count; i++) {
		const struct inittab_entry *entry = &r->table.entries[i];

		if (entry->id.len >= len && (entry->id.len == len || len == sizeof e->id) &&
		    memcmp(r->text + entry->id.at, e->id, len) == 0)
			return entry;
	}
	return NULL;
}

static void
name_entry(const struct seen *r, const struct state_event *e, struct journal_event *to)
{
	size_t len = strnlen(e->id, sizeof e->id);
	const struct inittab_entry *entry = find(r, e, len);

	to->name = shown_string(e->id, len);
	to->pid = e->pid;
	if (entry == NULL)
		return;
	to->name = shown_string(r->text + entry->id.at, entry->id.len);
	to->command = shown_string(r->text + entry->process.at, entry->process.len);
}

/* As a shell has it, from what waitid(2) told. */
static int
shell_status(int status)
{
	int what = status & 0xff;

	return status >> 8 == CLD_EXITED ? what : 128 + what;
}

static void
add(const struct seen *r, const struct state_event *e, struct journal *j)
{
	struct journal_event *to;

	switch (e->kind) {
	case EVENT_STARTED:
		to = journal_add(j, e->time, JOURNAL_ENTRY);
		name_entry(r, e, to);
		to->action = e->status >= 0 && e->status < ACT_COUNT ?
		    inittab_action_word((enum action)e->status) : NULL;
		break;
	case EVENT_DIED:
		to = journal_add(j, e->time, JOURNAL_DIED);
		name_entry(r, e, to);
		to->status = shell_status(e->status);
		break;
	case EVENT_LEVEL:
		journal_add(j, e->time, JOURNAL_ENTER)->level = (char)e->status;
		break;
	case EVENT_SETTLED:
		journal_add(j, e->time, JOURNAL_SETTLED)->level = (char)e->status;
		break;
	case EVENT_EXEC:
		(void)journal_add(j, e->time, JOURNAL_EXEC);
		break;
	case EVENT_CRASH:
		journal_add(j, e->time, JOURNAL_CRASH)->status = e->status;
		break;
	default:
		break;		/* what else there is, is no part of a boot's time */
	}
}

int
events_read(struct journal *j)
{
	static struct seen r;
	struct stat st;
	uint32_t first;
	int err, fd;

	fd = open(EVENTS_PATH, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return -errno;
	err = fstat(fd, &st) < 0 || !S_ISREG(st.st_mode) ? -ENOENT : read_header(fd, &r, &first);
	if (err < 0) {
		(void)close(fd);
		return err;
	}
	read_table(fd, &r);
	(void)close(fd);
	for (uint32_t i = 0; i < r.head.events; i++) {
		if (i == STATE_EVENTS_KEPT && first > i) {
			/* between the first events, which stay, and the newest */
			journal_add(j, r.head.event[i - 1].time, JOURNAL_LOST)->lost = first - i;
			i = first;
		}
		if (i < r.head.events)
			add(&r, &r.head.event[state_event_at(i)], j);
	}
	return 0;
}
