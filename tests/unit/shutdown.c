#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../cmd/schedule.h"
#include "../../cmd/wall.h"
#include "check.h"

static void
times(void)
{
	static const struct {
		const char *text;
		long minutes;	/* -1: it is none */
		bool time_of_day;
	} rows[] = {
		{ "now", 0, false }, { "0", 0, false }, { "+0", 0, false }, { "5", 5, false }, { "+5", 5, false },
		{ "0005", 5, false }, { "0:00", 0, true }, { "7:05", 425, true }, { "07:05", 425, true },
		{ "23:59", 1439, true }, { "+0:05", 5, false }, { "+1:30", 90, false }, { "+24:00", 1440, false },
		{ "+99999:59", 5999999, false }, { "5999999", 5999999, false },
		{ "", -1, false }, { "+", -1, false }, { "-5", -1, false }, { "++5", -1, false }, { ":05", -1, false },
		{ "5:", -1, false }, { "5:5", -1, false }, { "5:005", -1, false }, { "5:60", -1, false },
		{ "24:00", -1, false }, { "1:00:00", -1, false }, { "+1:00:00", -1, false }, { "5m", -1, false },
		{ " 5", -1, false }, { "5 ", -1, false }, { "Now", -1, false }, { "now5", -1, false },
		{ "+100000:00", -1, false }, { "6000000", -1, false }, { "99999999999999999999", -1, false },
	};
	struct when w;

	for (size_t i = 0; i < COUNT(rows); i++) {
		check_row = rows[i].text;
		CHECK_INT(schedule_parse(rows[i].text, &w), rows[i].minutes >= 0);
		if (rows[i].minutes < 0)
			continue;
		CHECK_INT(w.minutes, rows[i].minutes);
		CHECK_INT(w.time_of_day, rows[i].time_of_day);
	}
}

/* "2026-03-28 23:10:40", in the time zone that is set */
static time_t
at(const char *text)
{
	struct tm tm = { .tm_isdst = -1 };

	return strptime(text, "%Y-%m-%d %H:%M:%S", &tm) != NULL ? mktime(&tm) : -1;
}

static void
times_of_day(void)
{
	static const struct {
		const char *now, *time, *then;
	} rows[] = {
		{ "2026-11-25 19:10:40", "19:11", "2026-11-25 19:11:00" },
		{ "2026-11-25 19:10:40", "19:10", "2026-11-25 19:10:40" },	/* this minute is now */
		{ "2026-11-25 19:10:40", "19:09", "2026-11-26 19:09:00" },
		{ "2026-11-25 19:10:00", "0:00", "2026-11-26 00:00:00" },
		{ "2026-12-31 23:59:59", "00:00", "2027-01-01 00:00:00" },
		{ "2028-02-28 12:00:00", "11:00", "2028-02-29 11:00:00" },
		/* the night of 23 hours, and the one of 25 */
		{ "2026-03-28 23:00:00", "06:00", "2026-03-29 06:00:00" },
		{ "2026-03-29 00:30:00", "02:30", "2026-03-29 03:30:00" },	/* there is no 2:30 */
		{ "2026-10-24 23:00:00", "06:00", "2026-10-25 06:00:00" },
	};
	struct when w;

	(void)setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	tzset();
	for (size_t i = 0; i < COUNT(rows); i++) {
		time_t then, wanted = at(rows[i].then);

		check_row = rows[i].now;
		CHECK(schedule_parse(rows[i].time, &w) && w.time_of_day);
		then = schedule_time_of_day(w.minutes, at(rows[i].now));
		/* the hour that does not exist may be taken for the one before or behind */
		CHECK(then == wanted || (strcmp(rows[i].time, "02:30") == 0 && wanted - then == 7200));
	}
	CHECK_INT(at("2026-10-25 06:00:00") - at("2026-10-24 23:00:00"), 8 * 3600);
	(void)unsetenv("TZ");
	tzset();
}

/* All minutes at which a countdown warns, in a text. */
static const char *
warnings(long minutes, enum warnings w)
{
	static char text[256];
	long before = SCHEDULE_START;
	size_t n = 0;

	text[0] = '\0';
	for (; minutes > 0 && n < sizeof text - 16; before = minutes, minutes = schedule_next(minutes, w))
		if (schedule_warns(minutes, before, w))
			n += (size_t)snprintf(text + n, sizeof text - n, "%ld ", minutes);
	return text;
}

static void
warning_times(void)
{
	CHECK_TEXT(warnings(300, WARN_ALL), "300 240 180 150 120 90 60 45 30 15 9 8 7 6 5 4 3 2 1 ");
	CHECK_TEXT(warnings(299, WARN_ALL), "240 180 150 120 90 60 45 30 15 9 8 7 6 5 4 3 2 1 ");
	CHECK_TEXT(warnings(14, WARN_ALL), "14 9 8 7 6 5 4 3 2 1 ");
	CHECK_TEXT(warnings(1, WARN_ALL), "1 ");
	CHECK_TEXT(warnings(200, WARN_FEWER), "180 120 60 10 5 ");
	CHECK_TEXT(warnings(7, WARN_FEWER), "7 5 ");
	CHECK_TEXT(warnings(200, WARN_LAST), "");
	CHECK_TEXT(warnings(3, WARN_LAST), "");
	/* the time passes over some: one says how it is */
	CHECK(schedule_warns(20, 40, WARN_ALL));
	CHECK(!schedule_warns(20, 30, WARN_ALL));
	CHECK(!schedule_warns(100, 4, WARN_ALL));	/* and back */
	/* logins are closed even where nobody is warned */
	CHECK_INT(schedule_next(60, WARN_LAST), SCHEDULE_LOGINS_CLOSE);
	CHECK_INT(schedule_next(5, WARN_LAST), 0);
	CHECK_INT(schedule_minutes(60000), 1);
	CHECK_INT(schedule_minutes(60001), 2);
	CHECK_INT(schedule_minutes(1), 1);
	CHECK_INT(schedule_minutes(0), 0);
	CHECK_INT(schedule_minutes(-5000), 0);
}

static void
cleaning(void)
{
	static const struct {
		const char *in, *out;
	} rows[] = {
		{ "plain ~ text\t\r\n", "plain ~ text\t\r\n" },
		{ "\033[2J\a\b\177\001", "^[[2J^G^H^?^A" },
		{ "\302\200\302\233x\302\237", "^@^[x^_" },	/* C1 in UTF-8 */
		{ "\302\240", "\302\240" },
		{ "\200\233\237", "^@^[^_" },			/* and as bytes */
		{ "\303\244\342\202\254\360\237\230\200", "\303\244\342\202\254\360\237\230\200" },
		{ "\344\377", "\303\244\303\277" },		/* Latin-1 */
		{ "\303", "\303\203" },				/* cut */
		{ "\300\233", "\303\200^[" },			/* overlong */
		{ "\340\200\233", "\303\240^@^[" },
		{ "\355\240\200", "\303\255\302\240^@" },	/* half a pair */
		{ "\364\220\200\200", "\303\264^P^@^@" },	/* beyond Unicode */
		{ "\303\033", "\303\203^[" },
	};
	char out[64];

	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t len = strlen(rows[i].in), n = wall_clean(out, rows[i].in, len);

		check_row = rows[i].out;
		CHECK(n <= len * WALL_GROWTH);
		out[n] = '\0';
		CHECK_TEXT(out, rows[i].out);
	}
}

void
suite_shutdown(void)
{
	test("shutdown: minutes, hours and times of day are taken, and nothing that resembles them", times);
	test("shutdown: a time of day is the next one, whatever the night's length", times_of_day);
	test("shutdown: warnings are due as the manual says, also after a step of the clock", warning_times);
	test("wall: a terminal gets letters and no commands", cleaning);
}
