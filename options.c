#include <signal.h>
#include <string.h>
#include <strings.h>

#include "format.h"
#include "options.h"

#define SECONDS_MAX 86400
#define NAME_MAX_TTY 128

const struct options options_default = {
	.grace_ms = OPTIONS_UNSET,
	.stop_signal = SIGTERM,
	.respawn = { .threshold = OPTIONS_UNSET },
};

bool
options_number(const char *s, size_t len, uint32_t max, uint32_t *value)
{
	uint32_t n = 0;

	if (len == 0 || len > 9)
		return false;
	for (size_t i = 0; i < len; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		n = n * 10 + (uint32_t)(s[i] - '0');
	}
	*value = n;
	return n <= max;
}

static const struct {
	const char *name;
	int number;
} signals[] = {
	{ "HUP", SIGHUP }, { "INT", SIGINT }, { "QUIT", SIGQUIT }, { "ILL", SIGILL },
	{ "TRAP", SIGTRAP }, { "ABRT", SIGABRT }, { "BUS", SIGBUS }, { "FPE", SIGFPE },
	{ "KILL", SIGKILL }, { "USR1", SIGUSR1 }, { "SEGV", SIGSEGV }, { "USR2", SIGUSR2 },
	{ "PIPE", SIGPIPE }, { "ALRM", SIGALRM }, { "TERM", SIGTERM }, { "CHLD", SIGCHLD },
	{ "CONT", SIGCONT }, { "STOP", SIGSTOP }, { "TSTP", SIGTSTP }, { "TTIN", SIGTTIN },
	{ "TTOU", SIGTTOU }, { "URG", SIGURG }, { "XCPU", SIGXCPU }, { "XFSZ", SIGXFSZ },
	{ "VTALRM", SIGVTALRM }, { "PROF", SIGPROF }, { "WINCH", SIGWINCH }, { "IO", SIGIO },
	{ "PWR", SIGPWR }, { "SYS", SIGSYS },
};

int
options_signal(const char *s, size_t len)
{
	uint32_t n;

	if (options_number(s, len, 64, &n))
		return (int)n;
	if (len > 3 && strncasecmp(s, "SIG", 3) == 0) {
		s += 3;
		len -= 3;
	}
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		if (strlen(signals[i].name) == len && strncasecmp(signals[i].name, s, len) == 0)
			return signals[i].number;
	return 0;
}

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool
options_decode(const char *text, struct span v, char *buf, size_t size)
{
	size_t n = 0;

	for (uint32_t i = v.at; i < span_end(v); i++) {
		char c = text[i];

		if (c == '%') {
			if (i + 2 >= span_end(v) || hex(text[i + 1]) < 0 || hex(text[i + 2]) < 0)
				return false;
			c = (char)(hex(text[i + 1]) * 16 + hex(text[i + 2]));
			i += 2;
		}
		if (c == '\0' || n + 1 >= size)
			return false;
		buf[n++] = c;
	}
	buf[n] = '\0';
	return true;
}

static const char *
set_grace(struct options *o, const char *text, struct span v)
{
	uint32_t seconds;

	if (!options_number(text + v.at, v.len, SECONDS_MAX, &seconds))
		return "a number of seconds, 0 to 86400";
	o->grace_ms = seconds * 1000;
	return NULL;
}

static const char *
set_limit(struct options *o, const char *text, struct span v)
{
	uint32_t seconds;

	if (!options_number(text + v.at, v.len, SECONDS_MAX, &seconds) || seconds == 0)
		return "a number of seconds, 1 to 86400";
	o->limit_ms = seconds * 1000;
	return NULL;
}

static const char *
set_stop(struct options *o, const char *text, struct span v)
{
	int number = options_signal(text + v.at, v.len);

	if (number == 0)
		return "a signal, as TERM or 15";
	o->stop_signal = (uint32_t)number;
	return NULL;
}

/* THRESHOLD[/DELAY[/RETRIES]]; what is left out is 3600/5/5, as procd has it. */
static const char *
set_respawn(struct options *o, const char *text, struct span v)
{
	uint32_t value[3] = { 3600, 5, 5 };
	const char *at = text + v.at, *end = at + v.len;

	for (size_t i = 0; ; i++) {
		const char *slash = memchr(at, '/', (size_t)(end - at));
		const char *stop = slash != NULL ? slash : end;

		if (i == 3 || !options_number(at, (size_t)(stop - at), SECONDS_MAX, &value[i]))
			return "THRESHOLD/DELAY/RETRIES, as 3600/5/5 (seconds, seconds, times)";
		if (slash == NULL)
			break;
		at = slash + 1;
	}
	o->respawn.threshold = value[0];
	o->respawn.delay = value[1];
	o->respawn.retries = value[2];
	return NULL;
}

/* Could the quoted value lead out of /dev? */
static bool
leaves_dev(const char *name)
{
	for (const char *p = name; (p = strstr(p, "..")) != NULL; p += 2)
		if ((p == name || p[-1] == '/') && (p[2] == '\0' || p[2] == '/'))
			return true;
	return false;
}

static const char *
set_tty(struct options *o, const char *text, struct span v)
{
	char name[NAME_MAX_TTY];

	if (v.len == 0 || !options_decode(text, v, name, sizeof name) || leaves_dev(name))
		return "a device below /dev, as ttyS0";
	o->tty = v;
	return NULL;
}

static const char *
set_nolog(struct options *o, const char *text, struct span v)
{
	(void)text;
	(void)v;
	o->nolog = true;
	return NULL;
}

const struct option_row options_table[] = {
	{ "grace", "SECONDS", "time between TERM and KILL when it is stopped", set_grace },
	{ "stop", "SIGNAL", "signal that asks it to end, instead of TERM", set_stop },
	{ "limit", "SECONDS", "it is stopped if it runs for longer", set_limit },
	{ "respawn", "THRESHOLD/DELAY/RETRIES", "restart after DELAY s; give up after RETRIES runs "
	  "in a row of less than THRESHOLD s (0: never)", set_respawn },
	{ "tty", "NAME", "/dev/NAME is its controlling terminal, input and output", set_tty },
	{ "nolog", NULL, "no utmp and wtmp records, like the prefix +", set_nolog },
	{ NULL, NULL, NULL, NULL },
};

static const struct option_row *
find(const char *name, size_t len)
{
	const struct option_row *row = options_table;

	while (row->name != NULL && (strlen(row->name) != len || memcmp(row->name, name, len) != 0))
		row++;
	return row->name != NULL ? row : NULL;
}

static const char *
set_one(struct options *o, const char *text, struct span word, char *why, size_t size)
{
	const char *start = text + word.at;
	const char *equals = memchr(start, '=', word.len);
	uint32_t name_len = equals != NULL ? (uint32_t)(equals - start) : word.len;
	const struct option_row *row = find(start, name_len);
	struct span value = { word.at + name_len + 1, equals != NULL ? word.len - name_len - 1 : 0 };

	if (row == NULL) {
		(void)format(why, size, "unknown option \"%.*s\"", (int)name_len, start);
		return why;
	}
	if ((row->value != NULL) != (equals != NULL)) {
		(void)format(why, size, "option %s takes %s", row->name,
		    row->value != NULL ? row->value : "no value");
		return why;
	}
	const char *expected = row->set(o, text, value);
	if (expected != NULL)
		(void)format(why, size, "option %s: expected %s", row->name, expected);
	return expected;
}

bool
options_parse(struct options *o, const char *text, struct span where,
    struct span *word, char *why, size_t size)
{
	uint32_t at = where.at;

	for (;;) {
		const char *comma = memchr(text + at, ',', span_end(where) - at);
		uint32_t end = comma != NULL ? (uint32_t)(comma - text) : span_end(where);

		*word = (struct span){ at, end - at };
		if (set_one(o, text, *word, why, size) != NULL)
			return false;
		if (comma == NULL)
			return true;
		at = end + 1;
	}
}
