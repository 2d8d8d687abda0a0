/*
 * load: files as the reader brings them, and the kernel's command line.
 *
 * Input: the command line up to a byte 0x1e; a byte for each file that says whether it could be read, then
 * its text up to the next 0x1e.  The first is /etc/inittab.  Twice: a second byte 0x1d begins a reload.
 */
#include "../../reader.c"

#include "fuzz.h"
#include "../../load.h"
#include "../../table.h"

static void
add_file(struct input *in, unsigned number)
{
	static const int reasons[] = { ENOENT, EISDIR, EINVAL, EACCES, EIO, EFBIG };
	char name[64] = PATH_INITTAB;
	uint8_t kind = fuzz_byte(in);
	size_t len;
	const char *text = fuzz_until(in, 0x1e, &len);
	int reason = kind >= 'a' && kind <= 'f' ? reasons[kind - 'a'] : 0;
	bool newline = len == 0 || text[len - 1] == '\n';

	if (number > 0)
		memcpy(name, PATH_INITTAB_D "/a.tab", sizeof PATH_INITTAB_D "/a.tab");
	if (reason != 0)
		len = 0;
	char *to = append(name, (uint32_t)len + (newline || reason != 0 ? 0 : 1), reason, kind == 'B');
	REQUIRE(to != NULL);
	if (len > 0)
		memcpy(to, text, len);
	if (reason == 0 && !newline)
		to[len] = '\n';
}

static void
check_chunks(void)
{
	struct reader_file f;
	size_t at = 0, len;
	const char *text = reader_text(&len);

	while (reader_next(&at, &f)) {
		REQUIRE(span_end(f.text) <= len && f.name[0] != '\0');
		REQUIRE(f.text.len == 0 || text[span_end(f.text) - 1] == '\n');
	}
	REQUIRE(at == len);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, data + size };
	bool from_main = false, first = true;
	uint32_t place = 0;
	size_t len;

	fuzz_reset();
	if (area == NULL) {
		area = fuzz_mmap(NULL, READER_MAX, PROT_READ | PROT_WRITE,
		    MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
		if (area == MAP_FAILED)
			abort();
	}
	const char *words = fuzz_until(&in, 0x1e, &len);
	fuzz_set_file(words, len);
	for (int reload = 0; reload < 3 && (in.at < in.end || first); reload++) {
		area->used = 0;
		for (unsigned n = 0; n < 8 && (in.at < in.end || n == 0); n++) {
			if (in.at < in.end && *in.at == 0x1d) {
				in.at++;
				break;
			}
			add_file(&in, n);
		}
		check_chunks();
		bool loaded = load_table(first, &from_main, &place);
		REQUIRE(loaded || !first);
		check_chunks();
		fuzz_check_table();
		REQUIRE(place <= table_count());
		/* There is always a way to single-user mode. */
		if (first)
			REQUIRE(table_count() > 0);
		first = false;
		fuzz_live(&in, 2);
	}
	return 0;
}
