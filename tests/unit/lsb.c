#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../cmd/lsb.h"
#include "check.h"

#define BEGIN "### BEGIN INIT INFO\n"
#define END "### END INIT INFO\n"

/* Read a copy that ends where the text does, so that reading on is found. */
static struct lsb
parse(const char *text, char **copy)
{
	size_t len = strlen(text);
	struct lsb h;

	*copy = malloc(len + (len == 0));
	if (*copy == NULL)
		abort();
	memcpy(*copy, text, len);
	lsb_parse(&h, *copy, len);
	return h;
}

static void
values(void)
{
	static const struct {
		const char *text;
		enum lsb_key key;
		const char *is;		/* NULL: it is not there */
	} row[] = {
		{ BEGIN "# Provides: a b\n" END, LSB_PROVIDES, "a b" },
		{ BEGIN "#Provides:a\n" END, LSB_PROVIDES, "a" },
		{ BEGIN "# \t provides: \t a \t\n" END, LSB_PROVIDES, "a" },
		{ BEGIN "# PROVIDES: a\r\n" END, LSB_PROVIDES, "a" },
		{ BEGIN "# Provides: a\n# Provides: b\n" END, LSB_PROVIDES, "a" },
		{ BEGIN "# Provides:\n# Provides: b\n" END, LSB_PROVIDES, "" },
		{ BEGIN "Provides: a\n" END, LSB_PROVIDES, NULL },
		{ BEGIN "# Provides a\n" END, LSB_PROVIDES, NULL },
		{ BEGIN "# Provides-not: a\n" END, LSB_PROVIDES, NULL },
		{ "# Provides: a\n" BEGIN END, LSB_PROVIDES, NULL },
		{ BEGIN END "# Provides: a\n", LSB_PROVIDES, NULL },
		{ BEGIN END BEGIN "# Provides: a\n" END, LSB_PROVIDES, NULL },
		{ "x" BEGIN "# Provides: a\n" END, LSB_PROVIDES, "a" },
		{ BEGIN "# Should-Start: a\n" END, LSB_SHOULD_START, "a" },
		{ BEGIN "# X-UnitedLinux-Should-Start: a\n" END, LSB_SHOULD_START, "a" },
		{ BEGIN "# X-A-B-Should-Stop: a\n" END, LSB_SHOULD_STOP, "a" },
		{ BEGIN "# X-Should: a-Should-Stop: b\n" END, LSB_SHOULD_STOP, NULL },
		{ BEGIN "# X-Start-Before: a\n" END, LSB_START_BEFORE, "a" },
		{ BEGIN "# X-Stop-After: a\n" END, LSB_STOP_AFTER, "a" },
		{ BEGIN "# X-Interactive: true\n" END, LSB_INTERACTIVE, "true" },
		{ BEGIN "# Description: a: b\n" END, LSB_DESCRIPTION, "a: b" },
		{ BEGIN "# Short-Description: c\n" END, LSB_DESCRIPTION, NULL },
		{ BEGIN "# Default-Stop: 0 1 6", LSB_DEFAULT_STOP, "0 1 6" },
		{ BEGIN "#\n#:\n#Provides:", LSB_PROVIDES, "" },
	};
	char *copy, text[64];

	for (size_t i = 0; i < COUNT(row); i++) {
		struct lsb h = parse(row[i].text, &copy);

		check_row = row[i].text;
		(void)snprintf(text, sizeof text, "%.*s", SPAN_ARG(copy, h.value[row[i].key]));
		CHECK(lsb_has(&h, row[i].key) == (row[i].is != NULL));
		if (row[i].is != NULL)
			CHECK_TEXT(text, row[i].is);
		free(copy);
	}
	check_row = NULL;
}

static void
states(void)
{
	static const struct {
		const char *text;
		enum lsb_state state;
		unsigned begin;
		bool openrc;
	} row[] = {
		{ "", LSB_MISSING, 0, false },
		{ "\n\n", LSB_MISSING, 0, false },
		{ END, LSB_MISSING, 0, false },
		{ BEGIN, LSB_BROKEN, 1, false },
		{ "#!/bin/sh\n" BEGIN END, LSB_WHOLE, 2, false },
		{ "#!/sbin/openrc-run\n", LSB_MISSING, 0, true },
		{ "\n#!/sbin/openrc-run\n", LSB_MISSING, 0, false },
		{ "#! /usr/bin/openrc-run -x\n", LSB_MISSING, 0, true },
		{ "#!/usr/bin/env openrc-run\n", LSB_MISSING, 0, false },
		{ "#!/sbin/openrc-runner\n", LSB_MISSING, 0, false },
		{ "### BEGIN INIT INFO ### END INIT INFO", LSB_BROKEN, 1, false },
	};
	char *copy;

	for (size_t i = 0; i < COUNT(row); i++) {
		struct lsb h = parse(row[i].text, &copy);

		check_row = row[i].text;
		CHECK_INT(h.state, row[i].state);
		CHECK_INT(h.begin, row[i].begin);
		CHECK_INT(h.openrc, row[i].openrc);
		free(copy);
	}
	check_row = NULL;
}

static void
chkconfig_lines(void)
{
	static const struct {
		const char *text, *is;	/* "levels start stop", or NULL */
	} row[] = {
		{ "# chkconfig: 2345 80 20\n", "2345 80 20" },
		{ "#chkconfig: - 0 99", "- 0 99" },
		{ "# chkconfig: 35 100 1\n", NULL },
		{ "# chkconfig: 35 1\n", NULL },
		{ "# chkconfig: 35 1 x\n", NULL },
		{ "# chkconfig:\n", NULL },
		{ "chkconfig: 35 1 2\n", NULL },
		{ "# chkconfig: x\n# chkconfig: 3 1 2\n", "3 1 2" },
		{ BEGIN END "# chkconfig: 3 1 2\n", "3 1 2" },
	};
	char *copy, text[64];

	for (size_t i = 0; i < COUNT(row); i++) {
		struct lsb h = parse(row[i].text, &copy);

		check_row = row[i].text;
		CHECK_INT(h.has_chkconfig, row[i].is != NULL);
		(void)snprintf(text, sizeof text, "%.*s %u %u", SPAN_ARG(copy, h.chkconfig_levels),
		    h.chkconfig_start, h.chkconfig_stop);
		if (row[i].is != NULL)
			CHECK_TEXT(text, row[i].is);
		free(copy);
	}
	check_row = NULL;
}

static void
words_and_levels(void)
{
	static const char text[] = " a,b;c\t d ,";
	struct span list = { 0, sizeof text - 1 }, word;
	char said[32] = "";

	while (lsb_word(text, &list, &word)) {
		(void)strncat(said, text + word.at, word.len);
		(void)strcat(said, "|");
	}
	CHECK_TEXT(said, "a|b|c|d|");
	CHECK_INT(lsb_levels("0 6", (struct span){ 0, 3 }), 1u << 0 | 1u << 6);
	CHECK_INT(lsb_levels("S", (struct span){ 0, 1 }), LSB_LEVEL_S);
	CHECK_INT(lsb_levels("s", (struct span){ 0, 1 }), LSB_LEVEL_S);
	CHECK_INT(lsb_levels("b,B", (struct span){ 0, 3 }), LSB_LEVEL_S);
	CHECK_INT(lsb_levels("7 8 9 x 23", (struct span){ 0, 10 }), 0);
	CHECK_INT(lsb_level('\0'), 0);
}

static void
tell_doubt(const struct lsb_doubt *d, void *arg)
{
	char line[128];

	(void)snprintf(line, sizeof line, "%u:%u %s %u %s|", d->line, d->column,
	    d->kind == LSB_NO_LEVEL ? "level" : "keyword", (unsigned)d->word.len, d->meant != NULL ? d->meant : "");
	(void)strcat(arg, line);
}

static void
doubts(void)
{
	static const struct {
		const char *text, *told;
	} row[] = {
		{ BEGIN "# Default-Strat: 2\n" END, "2:3 keyword 13 Default-Start|" },
		{ "\n" BEGIN "#Provide: a\n" END, "3:2 keyword 7 Provides|" },
		{ BEGIN "# default-start: 2\n# DEFAULT-STOP:\n# X-Timeout: 3\n" END, "" },
		{ BEGIN "# Default: 2\n# X-Timout: 3\n" END, "2:3 keyword 7 Default-Start|3:3 keyword 8 X-Timeout|" },
		{ BEGIN "# Author: a\n# Default-Enabled: yes\n# X-Start-After: b\n" END, "" },
		{ BEGIN "# X-Should-Start: a\n# X-Vendor-Should-Stop: a\n" END, "" },
		{ BEGIN "# X-Vendor-Should-Strat: a\n" END, "2:12 keyword 12 Should-Start|" },
		{ BEGIN "# Description: a\n#  Default-Strat: b\n#\tDefault-Strat: b\n" END, "" },
		{ BEGIN "# Default-Strat 2\nDefault-Strat: 2\n# Default-Strat" END, "" },
		{ "# Default-Strat: 2\n" BEGIN END "# Default-Strat: 2\n", "" },
		{ "# Default-Strat: 2\n", "" },
		{ BEGIN "# Default-Strat: 2\n", "2:3 keyword 13 Default-Start|" },
		{ BEGIN "# Default-Start: 2 7 s\n# Default-Stop:\t0 16\n" END, "2:20 level 1 |3:19 level 2 |" },
		{ BEGIN "# Default-Start: 2\n# Default-Start: 7\n" END, "" },
		{ BEGIN "# Default-Start: x,y\n" END, "2:18 level 1 |2:20 level 1 |" },
		{ BEGIN "#\n\n#:\n# :\n# -:\n" END, "" },
	};
	char *copy;

	for (size_t i = 0; i < COUNT(row); i++) {
		struct lsb h = parse(row[i].text, &copy);
		char told[512] = "";

		check_row = row[i].text;
		lsb_doubts(&h, copy, strlen(row[i].text), tell_doubt, told);
		CHECK_TEXT(told, row[i].told);
		free(copy);
	}
	check_row = NULL;
}

void
suite_lsb(void)
{
	test("lsb: the first of each keyword counts, however it is spelt", values);
	test("lsb: a header is missing, broken or whole", states);
	test("lsb: a chkconfig line has levels and two numbers", chkconfig_lines);
	test("lsb: lists are cut into words, and into levels", words_and_levels);
	test("lsb: keywords and levels that were probably meant otherwise are told", doubts);
}
