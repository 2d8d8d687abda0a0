#include <errno.h>
#include <string.h>
#include <sys/mman.h>

#include "dontfork.h"
#include "table.h"

/* Memory that is filled at once: one call instead of a fault for each page. */
#define FILLED (MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE)

struct table {
	void *memory;
	size_t size;
	struct child *children;
	uint32_t count;
	uint32_t *id_heads, *id_next, heads_mask;
	uint32_t *heap, heap_count;	/* places of children, the earliest deadline first */
	uint32_t first[ACT_COUNT], last[ACT_COUNT];	/* place + 1 */
	struct {
		uint32_t first, last;	/* place + 1 */
		uint32_t count;
	} chain[CHAINS];
	uint32_t busy, stopping;
	/* Options of the entries: a copy, since fresh entries go away. */
	struct options *options;
	uint32_t options_count;
};

static struct table table;

uint32_t
table_count(void)
{
	return table.count;
}

struct child *
table_child(uint32_t i)
{
	return &table.children[i];
}

/* ---- deadlines: a binary heap of places; a child knows where it stands ---- */

static msec_t
deadline_at(const struct table *t, uint32_t at)
{
	return child_live(&t->children[t->heap[at]])->deadline;
}

static void
heap_put(struct table *t, uint32_t at, uint32_t place)
{
	t->heap[at] = place;
	t->children[place].heap = at + 1;
}

static void
heap_swap(struct table *t, uint32_t a, uint32_t b)
{
	uint32_t place = t->heap[a];

	heap_put(t, a, t->heap[b]);
	heap_put(t, b, place);
}

static void
heap_settle(struct table *t, uint32_t at)
{
	while (at > 0 && deadline_at(t, at) < deadline_at(t, (at - 1) / 2)) {
		heap_swap(t, at, (at - 1) / 2);
		at = (at - 1) / 2;
	}
	for (;;) {
		uint32_t least = at, left = 2 * at + 1, right = left + 1;

		if (left < t->heap_count && deadline_at(t, left) < deadline_at(t, least))
			least = left;
		if (right < t->heap_count && deadline_at(t, right) < deadline_at(t, least))
			least = right;
		if (least == at)
			return;
		heap_swap(t, at, least);
		at = least;
	}
}

static void
heap_update(struct table *t, struct child *c)
{
	bool wanted = child_live(c)->deadline != 0;

	if (wanted && c->heap == 0) {
		heap_put(t, t->heap_count++, c->slot);
		heap_settle(t, c->heap - 1);
	} else if (wanted) {
		heap_settle(t, c->heap - 1);
	} else if (c->heap != 0) {
		uint32_t at = c->heap - 1;

		c->heap = 0;
		if (at != --t->heap_count) {
			heap_put(t, at, t->heap[t->heap_count]);
			heap_settle(t, at);
		}
	}
}

/* ---- pids: as many chains as there are children, in the slots of the state, which is this table's ---- */

static uint32_t *
pid_first(const struct table *t, pid_t pid)
{
	return &state.slot[(uint64_t)((uint32_t)pid * 2654435761u) * t->count >> 32].pid_first;
}

static void
pid_add(const struct table *t, const struct child *c, pid_t pid)
{
	uint32_t *first = pid_first(t, pid);

	state.slot[c->slot].pid_next = *first;
	*first = c->slot + 1;
}

static void
pid_remove(const struct table *t, const struct child *c, pid_t pid)
{
	uint32_t *link = pid_first(t, pid);

	while (*link != 0 && *link != c->slot + 1)
		link = &state.slot[*link - 1].pid_next;
	if (*link != 0)
		*link = state.slot[c->slot].pid_next;
}

struct child *
table_by_pid(pid_t pid)
{
	if (table.count == 0)
		return NULL;
	for (uint32_t i = *pid_first(&table, pid); i != 0; i = state.slot[i - 1].pid_next)
		if (child_live(&table.children[i - 1])->pid == pid)
			return &table.children[i - 1];
	return NULL;
}

/* ---- ids and actions ---- */

static uint32_t *
id_head(const struct table *t, uint32_t hash)
{
	return &t->id_heads[hash & t->heads_mask];
}

static bool
has_id(const struct child *c, const char *text, const char *id, size_t len)
{
	return c->e.id.len == len && memcmp(text + c->e.id.at, id, len) == 0;
}

struct child *
table_by_id(const char *id, size_t len)
{
	if (table.count == 0)
		return NULL;
	for (uint32_t i = *id_head(&table, inittab_hash(id, len)); i != 0; i = table.id_next[i - 1])
		if (has_id(&table.children[i - 1], state.text, id, len))
			return &table.children[i - 1];
	return NULL;
}

struct child *
table_first(enum action a)
{
	return table.first[a] != 0 ? &table.children[table.first[a] - 1] : NULL;
}

struct child *
table_next(const struct child *c)
{
	return c->by_action != 0 ? &table.children[c->by_action - 1] : NULL;
}

/* ---- chains: few children of many ---- */

static bool
is_chained(const struct child *c, enum table_chain k)
{
	return (c->chained & 1u << k) != 0;
}

static void
chain_add(struct table *t, enum table_chain k, struct child *c)
{
	uint32_t last = t->chain[k].last;

	if (is_chained(c, k))
		return;
	c->chained |= (uint8_t)(1u << k);
	c->link[k] = 0;
	if (last == 0)
		t->chain[k].first = c->slot + 1;
	else
		t->children[last - 1].link[k] = c->slot + 1;
	t->chain[k].last = c->slot + 1;
	t->chain[k].count++;
}

static void
chain_remove(struct table *t, enum table_chain k, struct child *c)
{
	uint32_t *link = &t->chain[k].first, before = 0;

	if (!is_chained(c, k))
		return;
	while (*link != c->slot + 1) {
		before = *link;
		link = &t->children[*link - 1].link[k];
	}
	*link = c->link[k];
	if (t->chain[k].last == c->slot + 1)
		t->chain[k].last = before;
	c->chained &= (uint8_t)~(1u << k);
	t->chain[k].count--;
}

static void
chain_update(struct table *t, enum table_chain k, struct child *c, bool member)
{
	if (member)
		chain_add(t, k, c);
	else
		chain_remove(t, k, c);
}

/* Bring the chains in line with the live fields.  CHAIN_OWED is joined on request only. */
static void
chains_update(struct table *t, struct child *c)
{
	const struct child_live *l = child_live(c);

	chain_update(t, CHAIN_LEADERLESS, c, (l->flags & CHILD_LEADERLESS) != 0);
	chain_update(t, CHAIN_DEVICE, c, l->state == CH_HELD && l->held == HELD_DEVICE);
}

struct child *
table_chain(enum table_chain k, const struct child *after)
{
	uint32_t next = after != NULL ? after->link[k] : table.chain[k].first;

	return next != 0 ? &table.children[next - 1] : NULL;
}

uint32_t
table_chain_count(enum table_chain k)
{
	return table.chain[k].count;
}

void
table_owe(struct child *c)
{
	chain_add(&table, CHAIN_OWED, c);
}

void
table_owe_not(struct child *c)
{
	chain_remove(&table, CHAIN_OWED, c);
}

/* ---- counts ---- */

static bool
is_busy(const struct child *c)
{
	const struct child_live *l = child_live(c);

	if (c->e.action == ACT_BOOT || l->state == CH_DOWN || l->state == CH_STUCK)
		return false;
	return l->state != CH_HELD || l->deadline != 0;
}

static void
count(struct table *t, const struct child *c, uint32_t by)
{
	if (is_busy(c))
		t->busy += by;
	if (child_is_stopping(c))
		t->stopping += by;
}

uint32_t
table_busy(void)
{
	return table.busy;
}

uint32_t
table_stopping(void)
{
	return table.stopping;
}

void
table_step(struct child *c, enum child_event event, const struct child_conditions *on, msec_t now)
{
	pid_t before = child_live(c)->pid, after;

	count(&table, c, (uint32_t)-1);
	child_step(c, event, on, now);
	count(&table, c, 1);
	after = child_live(c)->pid;
	if (before != after) {
		if (before != 0)
			pid_remove(&table, c, before);
		if (after != 0)
			pid_add(&table, c, after);
	}
	heap_update(&table, c);
	chains_update(&table, c);
}

void
table_adopt(struct child *c, pid_t pid, msec_t now)
{
	count(&table, c, (uint32_t)-1);
	child_adopt(c, pid, now);
	count(&table, c, 1);
	pid_add(&table, c, pid);
	heap_update(&table, c);
	chains_update(&table, c);
}

struct child *
table_due(msec_t now)
{
	return table.heap_count > 0 && deadline_at(&table, 0) <= now ? &table.children[table.heap[0]] : NULL;
}

msec_t
table_deadline(void)
{
	return table.heap_count > 0 ? deadline_at(&table, 0) : 0;
}

/* ---- building ---- */

static size_t
align(size_t n)
{
	return (n + 15) & ~(size_t)15;
}

static int
table_create(struct table *t, uint32_t count_max, uint32_t options)
{
	uint32_t heads = 16;
	char *memory;

	while (heads < count_max)
		heads *= 2;
	size_t children = align(count_max * sizeof *t->children), index = align(heads * sizeof *t->heap),
	    places = align((count_max + 1) * sizeof *t->heap);
	memset(t, 0, sizeof *t);
	t->size = children + index + 2 * places + (options + 1) * sizeof *t->options;
	memory = mmap(NULL, t->size, PROT_READ | PROT_WRITE, FILLED, -1, 0);
	if (memory == MAP_FAILED)
		return -errno;
	t->memory = memory;
	t->children = (void *)memory;
	t->id_heads = (void *)(memory + children);
	t->id_next = (void *)(memory + children + index);
	t->heap = (void *)(memory + children + index + places);
	t->options = (void *)(memory + children + index + 2 * places);
	t->heads_mask = heads - 1;
	return 0;
}

static void
table_drop(struct table *t)
{
	if (t->memory != NULL)
		(void)munmap(t->memory, t->size);
}

/* Enter child c, whose entry and live fields are in place, in all indexes. */
static void
enter(struct table *t, struct child *c)
{
	const struct child_live *l = child_live(c);
	uint32_t *link = id_head(t, c->e.hash);

	/* At the end of the chain: entries that share an id are found in list order. */
	while (*link != 0)
		link = &t->id_next[*link - 1];
	*link = c->slot + 1;
	if (t->first[c->e.action] == 0)
		t->first[c->e.action] = c->slot + 1;
	else
		t->children[t->last[c->e.action] - 1].by_action = c->slot + 1;
	t->last[c->e.action] = c->slot + 1;
	if (l->pid != 0)
		pid_add(t, c, l->pid);
	heap_update(t, c);
	chains_update(t, c);
	count(t, c, 1);
}

static void
enter_all(struct table *t)
{
	for (uint32_t i = 0; i < t->count; i++)
		state.slot[i].pid_first = 0;
	for (uint32_t i = 0; i < t->count; i++)
		enter(t, &t->children[i]);
}

/* A fresh table to be: who comes from where, before any memory of the state is taken. */
struct merge {
	const struct inittab *fresh;	/* its entries know their places in the old table */
	uint32_t *to;		/* of each old place: place + 1 in the new table, 0: dropped */
	struct table t;
	struct state s;
	uint32_t count, fresh_count, options, text_len, text_used;
};

static bool
is_front(const struct inittab_entry *e)
{
	return (inittab_action_traits((enum action)e->action) & FRONT) != 0;
}

/* The old child with this id that nobody has claimed yet: only ~~ can have several. */
static struct child *
claim(const struct merge *m, const struct inittab_entry *e, const char *text)
{
	if (table.count == 0)
		return NULL;
	for (uint32_t i = *id_head(&table, e->hash); i != 0; i = table.id_next[i - 1])
		if (m->to[i - 1] == 0 && has_id(&table.children[i - 1], state.text, text + e->id.at, e->id.len))
			return &table.children[i - 1];
	return NULL;
}

/* The entry of the running table with that id that is number n of those whose line is there; or NULL. */
static const struct child *
nth_by_id(const char *id, size_t len, uint32_t n)
{
	if (table.count == 0)
		return NULL;
	for (uint32_t i = *id_head(&table, inittab_hash(id, len)); i != 0; i = table.id_next[i - 1]) {
		const struct child *c = &table.children[i - 1];

		if (has_id(c, state.text, id, len) && !(child_live(c)->flags & CHILD_GONE) && n-- == 0)
			return c;
	}
	return NULL;
}

/*
 * The entry that a bad line keeps running.  Where several lines share their id, good ones come first: the bad
 * ones keep what is left, so that an old entry is there once, not twice.
 */
static const struct child *
kept(const struct inittab *fresh, const struct inittab_entry *e)
{
	const char *id = fresh->text + e->id.at;
	uint32_t before = 0, others = 0;

	for (uint32_t i = INITTAB_NONE; (i = inittab_find(fresh, id, e->id.len, i)) != INITTAB_NONE; ) {
		bool is_before = &fresh->entries[i] < e;

		before += is_before;
		others += is_before || !fresh->entries[i].bad;
	}
	return nth_by_id(id, e->id.len, others) != NULL ? nth_by_id(id, e->id.len, before) : NULL;
}

/*
 * What the new table holds for entry e of the fresh one: itself, or for a bad line the entry that has
 * its id now.  NULL: nothing.
 */
static const struct inittab_entry *
accepted(const struct merge *m, const struct inittab_entry *e, const char **text)
{
	*text = m->fresh->text;
	if (!e->bad)
		return e;
	if (e->id.len == 0)
		return NULL;
	const struct child *old = kept(m->fresh, e);
	*text = state.text;
	return old != NULL ? &old->e : NULL;
}

static void
plan(struct merge *m, const struct inittab_entry *e, struct child *old)
{
	m->count++;
	if (old != NULL)
		m->to[old->slot] = m->count;
	m->text_len += e->line.len + 1;
	m->options += e->options != &options_default;
}

/* Its line has gone, but something of it lives, or its death is not in the records yet. */
static bool
must_stay(const struct child *old)
{
	return child_is_up(old) || is_chained(old, CHAIN_OWED);
}

static void
plan_all(struct merge *m)
{
	for (int front = 1; front >= 0; front--)
		for (uint32_t i = 0; i < m->fresh->count; i++) {
			struct inittab_entry *line = &m->fresh->entries[i];
			const char *text;
			const struct inittab_entry *e = accepted(m, line, &text);

			if (e == NULL || is_front(e) != front)
				continue;
			struct child *old = claim(m, e, text);
			line->old = old != NULL ? old->slot + 1 : 0;
			plan(m, e, old);
		}
	m->fresh_count = m->count;
	for (uint32_t i = 0; i < table.count; i++)
		if (m->to[i] == 0 && must_stay(&table.children[i]))
			plan(m, &table.children[i].e, &table.children[i]);
}

static void
move(struct span *s, uint32_t from, uint32_t to)
{
	s->at = s->at - from + to;
}

static const struct options *
keep_options(struct table *t, const struct options *o, uint32_t from, uint32_t to)
{
	if (o == &options_default)
		return o;
	struct options *copy = &t->options[t->options_count++];
	*copy = *o;
	if (copy->tty.len > 0)
		move(&copy->tty, from, to);
	return copy;
}

static bool
is_same_line(const struct merge *m, const struct child *old, const struct child *c)
{
	return old->e.line.len == c->e.line.len &&
	    memcmp(state.text + old->e.line.at, m->s.text + c->e.line.at, c->e.line.len) == 0;
}

/*
 * The live fields of the next child.  A new line, and one whose action is another now, begin afresh; an
 * event that has not fired counts as done.
 */
static void
add_slot(struct merge *m, const struct child *c, const struct child *old)
{
	uint8_t event = child_traits(c) & EVENT ? CHILD_RAN : 0;
	struct child_live l = { .flags = event };
	struct state_slot *slot = &m->s.slot[c->slot];	/* that of another child, as state_renew() left it */

	if (old != NULL) {
		if (c->slot != old->slot)
			memcpy(slot, &state.slot[old->slot], sizeof *slot);
		l = *child_live(old);
		l.flags &= (uint8_t)~CHILD_GONE;
		/* What was held may not be held by this line. */
		if (l.state == CH_HELD && !is_same_line(m, old, c)) {
			l.state = CH_DOWN;
			l.deadline = 0;
			l.step = 0;
		}
		if (old->e.action != c->e.action) {
			l.flags &= (uint8_t)~(CHILD_RAN | CHILD_ON_DEMAND);
			l.flags |= event | (l.state != CH_DOWN ? CHILD_CHANGED : 0);
		}
	} else
		memset(slot, 0, sizeof *slot);
	if (c->slot >= m->fresh_count)
		l.flags |= CHILD_GONE;
	if (old == NULL || memcmp(&l, child_live(old), sizeof l) != 0)
		state_put(&m->s, c->slot, &l);
}

/* The next child: entry e of text; its line goes to the end of the new state's text.  It goes on with old, or NULL. */
static void
add(struct merge *m, const struct inittab_entry *e, const char *text, const struct child *old)
{
	struct child *c = &m->t.children[m->t.count];
	uint32_t from = e->line.at, to = m->text_used;

	memcpy(m->s.text + to, text + from, e->line.len);
	m->s.text[to + e->line.len] = '\n';
	m->text_used += e->line.len + 1;
	c->slot = m->t.count++;
	c->e = *e;
	c->e.bad = false;
	move(&c->e.line, from, to);
	move(&c->e.id, from, to);
	move(&c->e.levels, from, to);
	move(&c->e.process, from, to);
	c->e.options = keep_options(&m->t, e->options, from, to);
	add_slot(m, c, old);
}

/* In the order of plan_all(). */
static void
add_all(struct merge *m)
{
	for (int front = 1; front >= 0; front--)
		for (uint32_t i = 0; i < m->fresh->count; i++) {
			const struct inittab_entry *line = &m->fresh->entries[i];
			const char *text;
			const struct inittab_entry *e = accepted(m, line, &text);

			if (e != NULL && is_front(e) == front)
				add(m, e, text, line->old != 0 ? &table.children[line->old - 1] : NULL);
		}
	for (uint32_t i = 0; i < table.count; i++)
		if (m->to[i] > m->fresh_count)
			add(m, &table.children[i].e, state.text, &table.children[i]);
}

static int
merge_memory(struct merge *m)
{
	int err = table_create(&m->t, m->count, m->options);

	if (err < 0)
		return err;
	err = state_renew(&m->s, m->count, m->text_len);
	if (err == 0 && m->s.fd < 0 && state.fd >= 0 && table.count > 0) {
		err = m->s.fd;		/* rather an old table that outlives init than a new one that does not */
		state_drop(&m->s);
	}
	if (err < 0)
		table_drop(&m->t);
	return err;
}

int
table_merge(const struct inittab *fresh, uint32_t *scratch, uint32_t *place)
{
	struct merge m = { .fresh = fresh, .to = scratch };
	struct table old = table;

	plan_all(&m);
	int err = merge_memory(&m);
	if (err < 0)
		return err;
	add_all(&m);
	state_swap(&m.s);
	table = m.t;
	dontfork_set(DONTFORK_TABLE, table.memory, table.size);
	enter_all(&table);
	for (uint32_t i = old.chain[CHAIN_OWED].first; i != 0; i = old.children[i - 1].link[CHAIN_OWED])
		if (m.to[i - 1] != 0)
			table_owe(&table.children[m.to[i - 1] - 1]);
	uint32_t to = *place < old.count ? m.to[*place] : table.count + 1;
	*place = to != 0 ? to - 1 : 0;
	table_drop(&old);
	return 0;
}

/* The text was accepted once.  An option may be one of another version, but no other part of a line. */
static void
note_foreign(const struct inittab_problem *p, const char *text, void *foreign)
{
	(void)text;
	if (p->kind != BAD_OPTION)
		*(bool *)foreign = true;
}

/* Live fields with the right sum can still be of an init that meant something else by them. */
static bool
is_possible(const struct child_live *l)
{
	static const msec_t end_of_time = INT64_MAX / 2;
	const msec_t time[] = { l->deadline, l->limit, l->window, l->started };
	bool up = l->state != CH_DOWN && l->state != CH_HELD;

	for (size_t i = 0; i < sizeof time / sizeof *time; i++)
		if (time[i] < 0 || time[i] > end_of_time)
			return false;
	/* Never 1, and not 0 either: kill(2) takes -1 for everybody and 0 for init's own group. */
	return l->state < CH_STATES && l->lockouts < 16 && (up ? l->pid > 1 : l->pid == 0);
}

int
table_resume(void)
{
	uint32_t len = state.head->text_len;
	struct inittab old;
	size_t size = inittab_begin(&old, state.text, len);
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, FILLED, -1, 0);
	struct table t, before = table;
	bool foreign = false;

	if (memory == MAP_FAILED)
		return -errno;
	inittab_use(&old, memory);
	inittab_parse(&old, "state", (struct span){ 0, len }, note_foreign, &foreign);
	for (uint32_t i = 0; i < old.count; i++)
		foreign |= old.entries[i].id.len == 0;	/* of two lines with that id, which no table of ours has */
	int err = old.count == state.head->slots && !foreign ?
	    table_create(&t, old.count, old.options_count) : -EINVAL;
	if (err < 0) {
		(void)munmap(memory, size);
		return err;
	}
	for (; t.count < old.count; t.count++) {
		struct child *c = &t.children[t.count];

		c->slot = t.count;
		c->e = old.entries[t.count];
		c->e.bad = false;
		if (!is_possible(child_live(c))) {
			*state_edit(c->slot) = (struct child_live){ .flags = child_traits(c) & EVENT ? CHILD_RAN : 0 };
			state_commit(c->slot);
		}
		c->e.options = keep_options(&t, c->e.options, 0, 0);
	}
	(void)munmap(memory, size);
	table = t;
	dontfork_set(DONTFORK_TABLE, table.memory, table.size);
	enter_all(&table);
	for (uint32_t i = 0; i < t.count; i++)
		if (child_live(&table.children[i])->owed != 0)
			table_owe(&table.children[i]);
	table_drop(&before);
	return 0;
}
