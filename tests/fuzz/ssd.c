/*
 * ssd: what start-stop-daemon reads: a schedule, a pid file, /proc/PID/stat.
 */
#include "../../cmd/ssd/match.c"
#include "../../cmd/ssd/pidfile.c"
#include "../../cmd/ssd/retry.c"

#include "fuzz.h"

static void
schedule(const char *text)
{
	struct retry r;
	size_t at = SIZE_MAX;
	const char *wrong = retry_parse(&r, text, SIGTERM, &at);
	bool pause = false;

	if (wrong) {
		REQUIRE(at <= strlen(text) && r.items == NULL && r.count == 0);
		return;
	}
	REQUIRE(r.count >= 1 && r.again <= r.count);
	for (size_t i = 0; i < r.count; i++) {
		REQUIRE(r.items[i].value >= 0);
		REQUIRE(!r.items[i].is_signal || r.items[i].value < NSIG);
		pause |= i >= r.again && !r.items[i].is_signal && r.items[i].value > 0;
	}
	/* What is repeated never spins. */
	REQUIRE(r.again == r.count || pause);
	retry_free(&r);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = malloc(size + 1), plain[128];
	struct match_stat s;

	if (text == NULL)
		abort();
	memcpy(text, data, size);
	text[size] = '\0';
	schedule(text);
	free(text);

	/* in memory that ends with it */
	text = malloc(size > 0 ? size : 1);
	if (text == NULL)
		abort();
	memcpy(text, data, size);
	pid_t pid = pidfile_parse(text, size);
	REQUIRE(pid >= 0);
	REQUIRE(pid == 0 || memchr(text, '0' + pid % 10, size) != NULL);
	if (match_parse_stat(text, size, &s))
		REQUIRE(s.ppid >= 0 && s.name >= text && s.name + s.name_len < text + size);
	free(text);

	/* Whatever the command is called, the fields behind it are found. */
	static const char fields[] = ") S 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23";
	size_t n = size < 15 ? size : 15, len = 3 + n;

	memcpy(plain, "7 (", 3);
	if (n > 0)
		memcpy(plain + 3, data, n);
	memcpy(plain + len, fields, sizeof fields - 1);
	REQUIRE(match_parse_stat(plain, len + sizeof fields - 1, &s));
	REQUIRE(s.state == 'S' && s.ppid == 4 && s.start == 22);
	return 0;
}
