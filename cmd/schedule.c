#include <string.h>

#include "schedule.h"

#define MINUTE_MS 60000
#define SOON 15	/* minutes: who is told nothing at the start would hear of it late */
#define DAY_MINUTES (24 * 60)
#define MINUTES_MAX (SCHEDULE_HOURS_MAX * 60L + 59)

/* Digits from *p on, which is put behind them; -1 if there are none or the number is beyond max. */
static long
number(const char **p, long max)
{
	long n = 0;

	if (**p < '0' || **p > '9')
		return -1;
	for (; **p >= '0' && **p <= '9'; (*p)++)
		if ((n = n * 10 + (**p - '0')) > max)
			return -1;
	return n;
}

bool
schedule_parse(const char *text, struct when *w)
{
	const char *p;
	long n, minutes;

	if (strcmp(text, "now") == 0)
		text = "+0";
	p = text + (*text == '+');
	n = number(&p, MINUTES_MAX);
	if (n < 0)
		return false;
	*w = (struct when){ .minutes = n };
	if (*p == '\0')
		return true;
	if (*p++ != ':')
		return false;
	minutes = number(&p, 59);
	if (minutes < 0 || *p != '\0' || p[-3] != ':')	/* two digits */
		return false;
	w->time_of_day = *text != '+';
	w->minutes = n * 60 + minutes;
	return n <= (w->time_of_day ? 23 : SCHEDULE_HOURS_MAX);
}

time_t
schedule_time_of_day(long minutes, time_t now)
{
	struct tm day, then;
	time_t at;

	if (localtime_r(&now, &day) == NULL)
		return now;
	if (day.tm_hour * 60 + day.tm_min == minutes)
		return now;
	for (int days = 0; days < 2; days++) {
		then = (struct tm){ .tm_year = day.tm_year, .tm_mon = day.tm_mon,
			.tm_mday = day.tm_mday + days, .tm_hour = (int)(minutes / 60),
			.tm_min = (int)(minutes % 60), .tm_isdst = -1 };
		at = mktime(&then);	/* knows that a day may have 23 or 25 hours */
		if (at > now)
			return at;
	}
	return now + DAY_MINUTES * 60;
}

long
schedule_minutes(int64_t left)
{
	return left <= 0 ? 0 : (long)((left + MINUTE_MS - 1) / MINUTE_MS);
}

static bool
is_due(long minutes, enum warnings w)
{
	if (w == WARN_LAST || minutes <= 0)
		return false;
	if (w == WARN_FEWER)
		return minutes == 5 || minutes == 10 || minutes % 60 == 0;
	if (minutes < 10)
		return true;
	return minutes % (minutes < 60 ? 15 : minutes < 180 ? 30 : 60) == 0;
}

bool
schedule_warns(long minutes, long before, enum warnings w)
{
	if (before == SCHEDULE_START)
		return is_due(minutes, w) || (w != WARN_LAST && minutes > 0 && minutes < SOON);
	for (long m = minutes; m < before; m++)
		if (is_due(m, w))
			return true;
	return false;
}

long
schedule_next(long minutes, enum warnings w)
{
	long next = minutes > 0 ? minutes - 1 : 0;

	while (next > 0 && next != SCHEDULE_LOGINS_CLOSE && !is_due(next, w))
		next--;
	return next;
}
