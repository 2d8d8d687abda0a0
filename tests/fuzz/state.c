/*
 * state: the state file, as an init before us may have left it, or as nobody did.
 *
 * Input: a byte of flags, 24 bytes that drive the children, a text of a table up to a byte 0x1e, then
 * changes: a byte that says where, two that say how far from there, one for how many bytes, the bytes.
 */
#include "../../state.c"

#include "fuzz.h"
#include "../../env.h"
#include "../../table.h"

enum {
	OTHER_FD = 1,		/* not where an exec of init leaves it */
	SEAL_HEADER = 2,	/* changed, but with the right sums */
	SEAL_PAIRS = 4,
	SEAL_TEXT = 8,
	RESIZE = 16,
	RUBBISH = 32,		/* the text is not a table's */
};

#define LIFE 24

static struct {
	char *bytes;
	size_t size;
} file;

static void
build(struct input *in, struct input *life, uint8_t flags)
{
	struct fuzz_table f;
	uint32_t place = 0;
	size_t len;
	const char *text = fuzz_until(in, 0x1e, &len);
	struct state s;

	if (flags & RUBBISH) {
		REQUIRE(state_create(&s, fuzz_byte(life) % 8, (uint32_t)len) == 0);
		if (len > 0)
			memcpy(s.text, text, len);
		for (uint32_t i = 0; i < s.head->slots; i++)
			state_put(&s, i, &(struct child_live){ .pid = 0 });
		state_swap(&s);
	} else {
		fuzz_parse(&f, text, len);
		fuzz_merge(&f.t, &place);
		fuzz_parse_free(&f);
		fuzz_live(life, LIFE / 2 - 1);
	}
	file.size = state.size;
	file.bytes = fuzz_copy(state.head, state.size);
	if (flags & RUBBISH)
		fuzz_forget();
}

static void
change(struct input *in)
{
	const size_t from[] = { 0, offsetof(struct state_header, layout), offsetof(struct state_header, slots),
	    own_layout.common_at, own_layout.level_at - 8, own_layout.level_at, own_layout.env_at,
	    sizeof(struct state_header), file.size };
	size_t where = fuzz_byte(in) % (sizeof from / sizeof *from), far = fuzz_byte(in);

	far |= (size_t)fuzz_byte(in) << 8;
	size_t at = from[where] == file.size ? file.size - far : from[where] + far;
	for (uint8_t n = fuzz_byte(in) % 64; n > 0; n--, at++) {
		uint8_t b = fuzz_byte(in);

		if (at < file.size)
			file.bytes[at] = (char)b;
	}
}

static void
resize(size_t size)
{
	char *bytes = calloc(1, size + 1);

	if (bytes == NULL)
		abort();
	memcpy(bytes, file.bytes, size < file.size ? size : file.size);
	free(file.bytes);
	file.bytes = bytes;
	file.size = size;
}

static void
seal_pair(size_t at, size_t size)
{
	uint32_t sum;

	for (int i = 0; i < 2; i++, at += size)
		if (at + size <= file.size && size >= 4) {
			sum = check_of(file.bytes + at, size - 4);
			memcpy(file.bytes + at + size - 4, &sum, sizeof sum);
		}
}

static void
seal(uint8_t flags)
{
	struct state_header h;

	if (file.size < sizeof h)
		return;
	memcpy(&h, file.bytes, sizeof h);
	const struct state_layout *o = &h.layout;
	size_t text = o->header_size + (size_t)h.slots * o->slot_size;
	if ((flags & SEAL_TEXT) && text <= file.size && h.text_len == file.size - text)
		h.text_check = check_of_text(file.bytes + text, h.text_len);
	if (flags & SEAL_HEADER)
		h.check = check_of_header(&h);
	memcpy(file.bytes, &h, sizeof h);
	if (!(flags & SEAL_PAIRS))
		return;
	seal_pair(o->level_at, o->level_size);
	seal_pair(o->env_at, o->env_size);
	size_t end = text < file.size ? text : file.size;
	for (size_t at = o->header_size; at + o->slot_size <= end && o->slot_size > 0; at += o->slot_size)
		seal_pair(at + o->copy_at, o->live_size);
}

/* Everything that a running init does with it. */
static void
use(struct input *in)
{
	void *memory;

	fuzz_check_table();
	env_init(false, false);
	memory = malloc(env_size());
	if (memory == NULL)
		abort();
	(void)env_build(memory, "/dev/console");
	free(memory);
	(void)env_setenv("INIT_A=1", 8);
	(void)env_setenv("INIT_A", 6);
	state_event(EVENT_EXEC, "id", 2, 1, 0);
	fuzz_live(in, 8);
	fuzz_check_table();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, data + size }, life;
	uint32_t lost, bad;

	fuzz_reset();
	uint8_t flags = fuzz_byte(&in);
	life = in;
	for (int i = 0; i < LIFE; i++)
		(void)fuzz_byte(&in);
	build(&in, &life, flags);
	bool changed = in.at < in.end || (flags & RUBBISH);
	if (flags & RESIZE)
		resize((file.size + (fuzz_word(&in) & 0xffff)) % (file.size + 4096));
	while (in.at < in.end)
		change(&in);
	seal(flags);

	char *before = changed ? NULL : fuzz_picture();
	int fd = fuzz_make_file(file.bytes, file.size);
	if (!(flags & OTHER_FD)) {
		if (dup2(fd, STATE_FD) < 0)
			abort();
		(void)close(fd);
		fd = STATE_FD;
	}
	int err = state_resume(fd, &lost, &bad);
	(void)close(fd);
	if (before != NULL && !(flags & RESIZE))
		REQUIRE(err == 0 && lost == 0 && bad == 0);
	if (err == 0)
		err = table_resume();
	if (err == 0) {
		char *now = fuzz_picture();
		REQUIRE(before == NULL || strcmp(before, now) == 0);
		free(now);
		use(&life);
	}
	free(before);
	free(file.bytes);
	fuzz_forget();
	return 0;
}
