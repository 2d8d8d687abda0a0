#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "../../cmd/ssd/match.h"
#include "../../cmd/ssd/pidfile.h"
#include "../../cmd/ssd/retry.h"
#include "check.h"

/* A schedule as text: "s15 w5 s9 w5", with "|" in front of what is repeated. */
static void
show(const struct retry *s, char *buf, size_t size)
{
	size_t n = 0;

	*buf = '\0';
	for (size_t i = 0; i < s->count; i++)
		n += (size_t)snprintf(buf + n, size - n, "%s%s%c%d", i ? " " : "", i == s->again ? "|" : "",
		    s->items[i].is_signal ? 's' : 'w', s->items[i].value);
}

static void
good_schedules(void)
{
	static const struct {
		const char *text, *want;
	} rows[] = {
		{ "5", "s1 w5 s9 w5" },
		{ "0", "s1 w0 s9 w0" },
		{ "TERM/5", "s15 w5" },
		{ "-TERM/5/-9/3", "s15 w5 s9 w3" },
		{ "SIGTERM/hup", "s15 s1" },
		{ "15/5", "w15 w5" },
		{ "-0/5", "s0 w5" },
		{ "TERM/5/forever/KILL/1", "s15 w5 |s9 w1" },
		{ "forever/1/KILL", "|w1 s9" },
	};
	struct retry s;
	char buf[128];
	size_t at;

	for (size_t i = 0; i < COUNT(rows); i++) {
		check_row = rows[i].text;
		CHECK(retry_parse(&s, rows[i].text, SIGHUP, &at) == NULL);
		show(&s, buf, sizeof buf);
		CHECK_TEXT(buf, rows[i].want);
		retry_free(&s);
	}
}

static void
bad_schedules(void)
{
	static const struct {
		const char *text;
		size_t at;
	} rows[] = {
		{ "", 0 }, { "TERM", 0 }, { "-15", 0 }, { "5x", 0 }, { "forever", 0 }, { "99999999999", 0 },
		{ "/5", 0 }, { "TERM/", 5 }, { "TERM//5", 5 }, { "TERM/5/FOO/5", 7 }, { "TERM/-", 5 },
		{ "TERM/-65", 5 }, { "TERM/--9", 5 }, { "TERM/5/forever", 7 }, { "forever/5/forever/6", 10 },
		{ "TERM/forever/KILL", 5 }, { "TERM/forever/KILL/0", 5 }, { "TERM/5/ 5", 7 },
	};
	struct retry s;
	size_t at;

	for (size_t i = 0; i < COUNT(rows); i++) {
		check_row = rows[i].text;
		at = 99;
		CHECK(retry_parse(&s, rows[i].text, SIGTERM, &at) != NULL);
		CHECK_INT(at, rows[i].at);
		CHECK(s.items == NULL);
	}
}

static void
pid_files(void)
{
	static const struct {
		const char *text;
		pid_t pid;
	} rows[] = {
		{ "1\n", 1 }, { "1234", 1234 }, { " \t\n12\n", 12 }, { "12 13", 12 }, { "12\n/data\n", 12 },
		{ "12\r\n", 12 }, { "012", 12 }, { "", 0 }, { "\n", 0 }, { "0\n", 0 }, { "-5", 0 }, { "+5", 0 },
		{ "5abc", 0 }, { "abc", 0 }, { "5.5", 0 }, { "99999999999", 0 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		check_row = rows[i].text;
		CHECK_INT(pidfile_parse(rows[i].text, strlen(rows[i].text)), rows[i].pid);
	}
	check_row = "a NUL";
	CHECK_INT(pidfile_parse("5\0006", 3), 0);
	CHECK_INT(pidfile_parse("\0005", 2), 0);
}

#define REST " 20 21 0 -1 4194560 1 0 0 0 2 3 0 0 20 0 1 0 "

static void
proc_stat(void)
{
	static const struct {
		const char *text, *name;
		char state;
		pid_t ppid;
		unsigned long long start;
	} rows[] = {
		{ "7 (foo) S 1" REST "4711 9", "foo", 'S', 1, 4711 },
		{ "7 (a) b) (c) Z 99" REST "1\n", "a) b) (c", 'Z', 99, 1 },
		{ "7 () R 0" REST "18446744073709551615 ", "", 'R', 0, 18446744073709551615ULL },
	};
	static const char *const bad[] = {
		"", "7", "7 (foo", "7 foo) S 1" REST "1", ")(", "7 (foo)", "7 (foo) S", "7 (foo) S x" REST "1",
		"7 (foo) S 1 20 21", "7 (foo) S 99999999999" REST "1", "7 (foo) S 1" REST "x",
	};
	struct match_stat s;

	for (size_t i = 0; i < COUNT(rows); i++) {
		check_row = rows[i].text;
		CHECK(match_parse_stat(rows[i].text, strlen(rows[i].text), &s));
		CHECK_INT(s.name_len, strlen(rows[i].name));
		CHECK(memcmp(s.name, rows[i].name, s.name_len) == 0);
		CHECK_INT(s.state, rows[i].state);
		CHECK_INT(s.ppid, rows[i].ppid);
		CHECK(s.start == rows[i].start);
	}
	for (size_t i = 0; i < COUNT(bad); i++) {
		check_row = bad[i];
		CHECK(!match_parse_stat(bad[i], strlen(bad[i]), &s));
	}
}

void
suite_ssd(void)
{
	test("start-stop-daemon: schedules", good_schedules);
	test("start-stop-daemon: what is no schedule, and where", bad_schedules);
	test("start-stop-daemon: pid files", pid_files);
	test("start-stop-daemon: /proc/PID/stat, whatever the name", proc_stat);
}
