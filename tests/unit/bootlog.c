#include <string.h>

#include "../../cmd/plain.h"
#include "../../cmd/ring.h"
#include "check.h"

static void
sequences(void)
{
	static const struct {
		const char *text, *want;
	} rows[] = {
		{ "", "" },
		{ "plain\ttext\n", "plain\ttext\n" },
		{ "\033[1;32mgreen\033[0m text", "green text" },
		{ "\033[K\033[?25h\033[2 qx", "x" },
		{ "line\r\nbare\rreturn", "line\nbarereturn" },
		{ "\033]0;title\007x\033]2;title\033\\y", "xy" },
		{ "\033Pq#0\033\\z", "z" },
		{ "\033(Bx\0337y\0338z\033cw", "xyzw" },
		{ "bell\007 back\bspace \001\177.", "bell backspace ." },
		{ "caf\303\251 \342\234\223", "caf\303\251 \342\234\223" },
		/* what is not finished ends with its line, or where the next one begins */
		{ "\033[1;3\nnext", "\nnext" },
		{ "\033]0;title\nnext", "\nnext" },
		{ "\033\nnext", "\nnext" },
		{ "\033[1;\033[0mx", "x" },
		{ "end\033", "end" },
		{ "[32m is no sequence", "[32m is no sequence" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		enum plain_state state = PLAIN_TEXT;
		char got[64];
		size_t n = 0;

		for (const char *c = rows[i].text; *c; c++)
			if (plain_keeps(&state, (unsigned char)*c))
				got[n++] = *c;
		got[n] = '\0';
		check_row = rows[i].want;
		CHECK_TEXT(got, rows[i].want);
	}
	check_row = NULL;
}

/* Take all there is for that reader; the bytes are a pattern that tells their place. */
static uint64_t
take(const struct ring *r, uint64_t *place)
{
	uint64_t taken = 0;
	const char *bytes;
	size_t len;

	while ((len = ring_peek(r, place, &bytes)) > 0) {
		for (size_t i = 0; i < len; i++)
			if (!CHECK_INT((unsigned char)bytes[i], (*place + i) % 251))
				return taken;
		*place += len;
		taken += len;
	}
	return taken;
}

static void
put(struct ring *r, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char c = (char)(r->end % 251);

		ring_put(r, &c, 1);
	}
}

static void
readers(void)
{
	static struct ring r;
	uint64_t quick = 0, slow = 0;

	r.end = 0;
	CHECK_INT(take(&r, &quick), 0);
	CHECK_INT(ring_room(&r, 0), RING_SIZE);
	for (int i = 0; i < 100; i++) {
		size_t len = fake_random(3000);

		put(&r, len);
		CHECK_INT(take(&r, &quick), len);
	}
	CHECK_INT(quick, r.end);
	CHECK(r.end > 2 * RING_SIZE);
	/* one that was not there for a while has the last bytes, and loses the others */
	CHECK_INT(ring_room(&r, slow), 0);
	CHECK_INT(take(&r, &slow), RING_SIZE);
	CHECK_INT(slow, r.end);
	put(&r, RING_SIZE);
	CHECK_INT(ring_room(&r, slow), 0);
	CHECK_INT(take(&r, &slow), RING_SIZE);
	put(&r, 1);
	CHECK_INT(ring_room(&r, slow), RING_SIZE - 1);
	CHECK_INT(take(&r, &slow), 1);
}

void
suite_bootlog(void)
{
	test("control sequences are taken out of a log, text is not", sequences);
	test("readers of a ring have its bytes in order, a slow one the last ones", readers);
}
