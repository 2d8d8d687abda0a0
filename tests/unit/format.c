#include <errno.h>
#include <limits.h>
#include <string.h>

#include "../../format.h"
#include "check.h"

static void
conversions(void)
{
	char buf[128];

#define ROW(want, ...) do {								\
		check_row = want;							\
		CHECK_INT(format(buf, sizeof buf, __VA_ARGS__), strlen(want));	\
		CHECK_TEXT(buf, want);							\
	} while (0)
	ROW("plain", "plain");
	ROW("a text b", "a %s b", "text");
	ROW("abc", "%.*s", 3, "abcdef");
	ROW("abcdef", "%.*s", 9, "abcdef");
	ROW("[]", "[%.*s]", 0, "abcdef");
	ROW("[]", "[%.*s]", -1, "abcdef");
	ROW("[]", "[%s]", "");
	ROW("x", "%c", 'x');
	ROW("0 -1 2147483647 -2147483648", "%d %d %d %d", 0, -1, INT_MAX, INT_MIN);
	ROW("0 4294967295", "%u %u", 0u, UINT_MAX);
	ROW("-2147483648", "%ld", (long)INT_MIN);
	ROW("4294967295", "%lu", (unsigned long)UINT_MAX);
	ROW("-9223372036854775808", "%lld", LLONG_MIN);
	ROW("18446744073709551615", "%llu", ULLONG_MAX);
	ROW("0 ff deadbeef", "%x %x %x", 0u, 0xffu, 0xdeadbeefu);
	ROW("100%", "%d%%", 100);
	ROW("Id \"a1\" respawning too fast: disabled for 5 minutes",
	    "Id \"%.*s\" respawning too fast: disabled for %d minutes", 2, "a1:3:", 5);
#undef ROW
}

/* No table and no client can drive somebody's terminal. */
static void
control_bytes(void)
{
	char buf[64];

	(void)format(buf, sizeof buf, "%s", "\033[2Ja\nb\tc\177d\xe4");
	CHECK_TEXT(buf, "?[2Ja?b?c?d\xe4");
	(void)format(buf, sizeof buf, "%c%c", '\033', '\r');
	CHECK_TEXT(buf, "??");
	(void)format(buf, sizeof buf, "\r%s\n", "x");	/* our own are meant */
	CHECK_TEXT(buf, "\rx\n");
}

static void
limits(void)
{
	char buf[8];

	memset(buf, '#', sizeof buf);
	CHECK_INT(format(buf, 5, "%s", "123456789"), 4);
	CHECK_TEXT(buf, "1234");
	CHECK_INT(buf[5], '#');
	CHECK_INT(format(buf, 5, "12345"), 4);
	CHECK_INT(format(buf, 5, "%d", 1234567), 4);
	CHECK_TEXT(buf, "1234");
	CHECK_INT(format(buf, 1, "%s", "x"), 0);
	CHECK_TEXT(buf, "");
	/* a span may stand at the end of its text */
	CHECK_INT(format(buf, sizeof buf, "%.*s", 2, (const char[]){ 'a', 'b' }), 2);
}

void
suite_log(void)
{
	test("log: all that a message can hold", conversions);
	test("log: control bytes in arguments are shown as ?", control_bytes);
	test("log: what does not fit is cut", limits);
}
