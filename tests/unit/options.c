#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

/* A copy that ends where the text does, so that reading on is found. */
static char *
exactly(const char *text, size_t len)
{
	char *copy = malloc(len + (len == 0));

	if (copy == NULL)
		abort();
	memcpy(copy, text, len);
	return copy;
}

static void
rows(void)
{
	static const struct {
		const char *text;
		const char *is;		/* "grace stop threshold/delay/retries tty nolog"; or why not */
	} row[] = {
		{ "grace=0", "0 15 - - -" },
		{ "grace=5", "5000 15 - - -" },
		{ "grace=86400", "86400000 15 - - -" },
		{ "grace=86401", "option grace: expected a number of seconds, 0 to 86400" },
		{ "grace=99999999999999999999", "option grace: expected a number of seconds, 0 to 86400" },
		{ "grace=-1", "option grace: expected a number of seconds, 0 to 86400" },
		{ "grace=+1", "option grace: expected a number of seconds, 0 to 86400" },
		{ "grace= 1", "option grace: expected a number of seconds, 0 to 86400" },
		{ "grace=1s", "option grace: expected a number of seconds, 0 to 86400" },
		{ "grace=", "option grace: expected a number of seconds, 0 to 86400" },
		{ "grace", "option grace takes SECONDS" },
		{ "stop=INT", "- 2 - - -" },
		{ "stop=sigint", "- 2 - - -" },
		{ "stop=15", "- 15 - - -" },
		{ "stop=64", "- 64 - - -" },
		{ "stop=65", "option stop: expected a signal, as TERM or 15" },
		{ "stop=0", "option stop: expected a signal, as TERM or 15" },
		{ "stop=SIG", "option stop: expected a signal, as TERM or 15" },
		{ "stop=TERMS", "option stop: expected a signal, as TERM or 15" },
		{ "stop=", "option stop: expected a signal, as TERM or 15" },
		{ "stop", "option stop takes SIGNAL" },
		{ "limit=0", "option limit: expected a number of seconds, 1 to 86400" },
		{ "limit=86401", "option limit: expected a number of seconds, 1 to 86400" },
		{ "limit=", "option limit: expected a number of seconds, 1 to 86400" },
		{ "limit", "option limit takes SECONDS" },
		{ "respawn=60", "- 15 60/5/5 - -" },
		{ "respawn=60/1", "- 15 60/1/5 - -" },
		{ "respawn=60/1/2", "- 15 60/1/2 - -" },
		{ "respawn=0/0/0", "- 15 0/0/0 - -" },
		{ "respawn=1/2/3/4", "option respawn: expected THRESHOLD/DELAY/RETRIES, as 3600/5/5 "
		  "(seconds, seconds, times)" },
		{ "respawn=1//3", "option respawn: expected THRESHOLD/DELAY/RETRIES, as 3600/5/5 "
		  "(seconds, seconds, times)" },
		{ "respawn=1/2/", "option respawn: expected THRESHOLD/DELAY/RETRIES, as 3600/5/5 "
		  "(seconds, seconds, times)" },
		{ "respawn=", "option respawn: expected THRESHOLD/DELAY/RETRIES, as 3600/5/5 "
		  "(seconds, seconds, times)" },
		{ "respawn=x", "option respawn: expected THRESHOLD/DELAY/RETRIES, as 3600/5/5 "
		  "(seconds, seconds, times)" },
		{ "tty=ttyS0", "- 15 - ttyS0 -" },
		{ "tty=pts/3", "- 15 - pts/3 -" },
		{ "tty=a%2cb", "- 15 - a%2cb -" },
		{ "tty=a..b", "- 15 - a..b -" },
		{ "tty=", "option tty: expected a device below /dev, as ttyS0" },
		{ "tty=..", "option tty: expected a device below /dev, as ttyS0" },
		{ "tty=../etc/x", "option tty: expected a device below /dev, as ttyS0" },
		{ "tty=a/../b", "option tty: expected a device below /dev, as ttyS0" },
		{ "tty=a%2f%2e%2e", "option tty: expected a device below /dev, as ttyS0" },
		{ "tty=a%", "option tty: expected a device below /dev, as ttyS0" },
		{ "tty=a%2", "option tty: expected a device below /dev, as ttyS0" },
		{ "tty=a%zz", "option tty: expected a device below /dev, as ttyS0" },
		{ "tty=a%00b", "option tty: expected a device below /dev, as ttyS0" },
		{ "tty", "option tty takes NAME" },
		{ "nolog", "- 15 - - nolog" },
		{ "nolog=", "option nolog takes no value" },
		{ "grace=1,stop=KILL,respawn=9/8/7,tty=t,nolog", "1000 9 9/8/7 t nolog" },
		{ "nolog,grace=1,grace=2", "2000 15 - - nolog" },
		{ "", "unknown option \"\"" },
		{ ",", "unknown option \"\"" },
		{ "nolog,", "unknown option \"\"" },
		{ "nolog,,grace=1", "unknown option \"\"" },
		{ "Grace=1", "unknown option \"Grace\"" },
		{ "grac=1", "unknown option \"grac\"" },
		{ " grace=1", "unknown option \" grace\"" },
		{ "=", "unknown option \"\"" },
	};

	for (size_t i = 0; i < COUNT(row); i++) {
		struct options o = options_default;
		struct span word;
		char why[160] = "", is[200], *text = exactly(row[i].text, strlen(row[i].text));
		char grace[16] = "-", respawn[48] = "-";

		check_row = row[i].text;
		if (!options_parse(&o, text, (struct span){ 0, (uint32_t)strlen(row[i].text) }, &word, why,
		    sizeof why)) {
			CHECK_TEXT(why, row[i].is);
			CHECK(span_end(word) <= strlen(row[i].text));
			free(text);
			continue;
		}
		if (o.grace_ms != OPTIONS_UNSET)
			(void)snprintf(grace, sizeof grace, "%u", o.grace_ms);
		if (o.respawn.threshold != OPTIONS_UNSET)
			(void)snprintf(respawn, sizeof respawn, "%u/%u/%u", o.respawn.threshold,
			    o.respawn.delay, o.respawn.retries);
		(void)snprintf(is, sizeof is, "%s %u %s %.*s %s", grace, o.stop_signal, respawn,
		    o.tty.len > 0 ? (int)o.tty.len : 1, o.tty.len > 0 ? text + o.tty.at : "-",
		    o.nolog ? "nolog" : "-");
		CHECK_TEXT(is, row[i].is);
		free(text);
	}
}

static void
bad_word(void)
{
	static const char text[] = "grace=1,stopp=2,nolog";
	struct options o = options_default;
	struct span word;
	char why[64], tiny[8];

	CHECK(!options_parse(&o, text, (struct span){ 0, sizeof text - 1 }, &word, why, sizeof why));
	CHECK_INT(word.at, 8);
	CHECK_INT(word.len, 7);
	CHECK(!options_parse(&o, text, (struct span){ 8, 7 }, &word, tiny, sizeof tiny));
	CHECK_TEXT(tiny, "unknown");
}

static void
decode(void)
{
	static const struct {
		const char *text, *is;	/* NULL: no */
	} row[] = {
		{ "", "" }, { "abc", "abc" }, { "%3a", ":" }, { "%3A%2c%25", ":,%" }, { "a%3ab", "a:b" },
		{ "%7e", "~" }, { "%fF", "\xff" }, { "%", NULL }, { "%3", NULL }, { "%3g", NULL },
		{ "%g3", NULL }, { "%%3", NULL }, { "%00", NULL }, { "1234567", "1234567" },
		{ "12345678", NULL }, { "123456%37", "1234567" }, { "1234567%38", NULL },
	};

	for (size_t i = 0; i < COUNT(row); i++) {
		char buf[8], *text = exactly(row[i].text, strlen(row[i].text));
		struct span v = { 0, (uint32_t)strlen(row[i].text) };
		bool good = options_decode(text, v, buf, sizeof buf);

		check_row = row[i].text;
		if (CHECK_INT(good, row[i].is != NULL) && good)
			CHECK_TEXT(buf, row[i].is);
		free(text);
	}
}

static void
numbers(void)
{
	static const struct {
		const char *text;
		uint32_t max;
		bool good;
		uint32_t is;
	} row[] = {
		{ "0", 0, true, 0 }, { "1", 0, false, 0 }, { "007", 9, true, 7 }, { "10", 10, true, 10 },
		{ "11", 10, false, 0 }, { "999999999", 999999999, true, 999999999 },
		{ "1000000000", UINT32_MAX, false, 0 }, { "4294967297", 10, false, 0 }, { "", 9, false, 0 },
		{ "-0", 9, false, 0 }, { "1 ", 9, false, 0 }, { "0x1", 9, false, 0 }, { "1.0", 9, false, 0 },
	};

	for (size_t i = 0; i < COUNT(row); i++) {
		char *text = exactly(row[i].text, strlen(row[i].text));
		uint32_t n = 77;

		check_row = row[i].text;
		if (CHECK_INT(options_number(text, strlen(row[i].text), row[i].max, &n), row[i].good) &&
		    row[i].good)
			CHECK_INT(n, row[i].is);
		free(text);
	}
}

static void
signals(void)
{
	static const struct {
		const char *text;
		int is;
	} row[] = {
		{ "HUP", 1 }, { "INT", 2 }, { "QUIT", 3 }, { "KILL", 9 }, { "USR1", 10 }, { "SEGV", 11 },
		{ "USR2", 12 }, { "PIPE", 13 }, { "ALRM", 14 }, { "TERM", 15 }, { "CHLD", 17 },
		{ "CONT", 18 }, { "STOP", 19 }, { "TSTP", 20 }, { "WINCH", 28 }, { "PWR", 30 }, { "SYS", 31 },
		{ "SIGTERM", 15 }, { "sigTerm", 15 }, { "term", 15 }, { "1", 1 }, { "64", 64 }, { "0", 0 },
		{ "65", 0 }, { "SIG", 0 }, { "SIG15", 0 }, { "SIGSIGTERM", 0 }, { "TER", 0 }, { "", 0 },
		{ "TERM ", 0 },
	};

	for (size_t i = 0; i < COUNT(row); i++) {
		char *text = exactly(row[i].text, strlen(row[i].text));

		check_row = row[i].text;
		CHECK_INT(options_signal(text, strlen(row[i].text)), row[i].is);
		free(text);
	}
}

/* What --check and the manual's test rely on. */
static void
table(void)
{
	for (const struct option_row *row = options_table; row->name != NULL; row++) {
		check_row = row->name;
		CHECK(row->help != NULL && *row->help != '\0');
		CHECK(row->set != NULL);
		for (const struct option_row *other = options_table; other != row; other++)
			CHECK(strcmp(other->name, row->name) != 0);
	}
}

void
suite_options(void)
{
	test("options: each with its values and its limits", rows);
	test("options: the word that is wrong is pointed at", bad_word);
	test("options: quoting by per cent signs", decode);
	test("options: numbers", numbers);
	test("options: signals by name and number", signals);
	test("options: the table has a text for each, once", table);
}
