/*
 * request: bytes in the FIFO.
 *
 * Input: a list of writes.  First byte of each: 0-127: that many bytes of the input; 128 and more: a whole
 * request made from the next six bytes, as a client writes it; between 192 and 223 init reads first.
 *
 * What request.h promises: if the bytes that are no request do not look like one's beginning, every whole
 * request is obeyed, in order, and nothing else is.
 */
#include "../../request.c"

#include "fuzz.h"

#define OWN_MAX 64

static struct {
	int which, a, b;
} sent[OWN_MAX], got[OWN_MAX];
static unsigned sent_count, got_count;

static void
serve(void)
{
	unsigned before;

	do {
		struct initctl_request r;

		before = got_count;
		/* one at a time, as request_serve() does */
		for (unsigned i = 0; i < 500 && read_one(&r); i++) {
			unsigned requests = fuzz_requests;

			if (r.magic != INITCTL_MAGIC)
				continue;
			obey_safely(&r, 1000);
			REQUIRE(state.head->request[0] == 0);
			if (fuzz_requests != requests && got_count < OWN_MAX) {
				got[got_count].which = fuzz_request_last[0];
				got[got_count].a = fuzz_request_last[1];
				got[got_count++].b = fuzz_request_last[2];
			}
		}
	} while (got_count != before);
}

static void
check_environment(void)
{
	const struct state_env *e = state_env();
	void *memory = malloc(env_size());

	if (memory == NULL)
		abort();
	char **vec = env_build(memory, "/dev/console");
	for (size_t i = 0; vec[i] != NULL; i++) {
		REQUIRE(strchr(vec[i], '=') != NULL);
		for (size_t k = 0; k < i; k++)
			REQUIRE(!(strcspn(vec[i], "=") == strcspn(vec[k], "=") &&
			    strncmp(vec[i], vec[k], strcspn(vec[i], "=")) == 0));
	}
	free(memory);
	REQUIRE(e->used <= sizeof e->text && (e->used == 0 || e->text[e->used - 1] == '\0'));
	for (uint32_t at = 0; at < e->used; at += (uint32_t)strlen(e->text + at) + 1)
		REQUIRE(strncmp(e->text + at, ENV_PREFIX, sizeof ENV_PREFIX - 1) == 0);
}

/* Whole, as a client does; if the FIFO is full, init reads first. */
static void
write_bytes(int fd, const void *bytes, size_t len)
{
	if (len == 0 || write(fd, bytes, len) == (ssize_t)len)
		return;
	serve();
	REQUIRE(write(fd, bytes, len) == (ssize_t)len);
}

/* Returns false when the bytes hold something that looks like a request. */
static bool
write_garbage(int fd, struct input *in, unsigned n)
{
	char bytes[128];
	bool innocent = true;

	for (unsigned i = 0; i < n; i++) {
		bytes[i] = (char)fuzz_byte(in);
		innocent &= bytes[i] != (char)(INITCTL_MAGIC & 0xff);
	}
	write_bytes(fd, bytes, n);
	return innocent;
}

static void
write_request(int fd, struct input *in)
{
	struct initctl_request r = { .magic = INITCTL_MAGIC };

	r.command = fuzz_byte(in) % 8;
	r.runlevel = (int8_t)fuzz_byte(in);
	r.sleeptime = (int8_t)fuzz_byte(in);
	if (r.command == INITCTL_SETENV) {
		/* From the input, but for the prefix. */
		for (unsigned at = 0, n = fuzz_byte(in) % 4; n > 0 && at + 64 < sizeof r.data; n--) {
			size_t len;
			const char *text = fuzz_until(in, '\n', &len);

			memcpy(r.data + at, ENV_PREFIX, sizeof ENV_PREFIX - 1);
			at += sizeof ENV_PREFIX - 1;
			len = len > 58 ? 58 : len;
			memcpy(r.data + at, text, len);
			at += (unsigned)strnlen(r.data + at, len) + 1;
		}
		if (fuzz_byte(in) == 0xff)
			memset(r.data + fuzz_byte(in), 'I', sizeof r.data - 255);
	}
	if (r.command == INITCTL_RUNLVL) {
		sent[sent_count].which = 1;
		sent[sent_count].a = r.runlevel;
		sent[sent_count++].b = r.sleeptime < 0 ? 0 : r.sleeptime;
	} else if (r.command >= INITCTL_POWERFAIL && r.command <= INITCTL_POWEROK) {
		sent[sent_count].which = 2;
		sent[sent_count].a = "FLO"[r.command - INITCTL_POWERFAIL];
		sent[sent_count++].b = 0;
	}
	write_bytes(fd, &r, sizeof r);
}

/* The two ends of a FIFO, the reading one where init has it; made once. */
static int
fifo(void)
{
	static int end = -1;
	int ends[2];

	if (end >= 0)
		return end;
	if (pipe(ends) < 0 || fcntl(ends[0], F_SETFL, O_NONBLOCK) < 0 || fcntl(ends[1], F_SETFL, O_NONBLOCK) < 0)
		abort();
	end = fcntl(ends[1], F_DUPFD, 30);
	if (dup2(ends[0], REQUEST_FD) < 0 || end < 0)
		abort();
	if (ends[0] != REQUEST_FD)
		(void)close(ends[0]);
	if (ends[1] != REQUEST_FD)
		(void)close(ends[1]);
	env_init(true, false);
	return end;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, data + size };
	bool innocent = true;

	fuzz_reset();
	int fd = fifo();
	sent_count = got_count = 0;
	is_open = true;
	while (in.at < in.end && sent_count < OWN_MAX - 1) {
		uint8_t kind = fuzz_byte(&in);

		if (kind < 128)
			innocent &= write_garbage(fd, &in, kind);
		else {
			if (kind >= 192 && kind < 224)
				serve();
			write_request(fd, &in);
		}
	}
	serve();
	if (innocent) {
		REQUIRE(got_count == sent_count);
		REQUIRE(memcmp(got, sent, sent_count * sizeof *sent) == 0);
	}
	check_environment();
	request_resume(1000);
	request_serve(1000);
	return 0;
}
