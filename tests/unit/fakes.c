/*
 * The parts under test run in an ordinary process: nothing is started, signalled or said for real.
 */
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../log.h"
#include "../../spawn.h"
#include "../../table.h"
#include "check.h"

char fake_said[16384];
char fake_sent[4096];
int fake_spawn_error;
pid_t fake_pid;
bool fake_group_empty;
static unsigned random_state;

void
fake_reset(void)
{
	fake_said[0] = '\0';
	fake_sent[0] = '\0';
	fake_spawn_error = 0;
	fake_pid = 100;
	fake_group_empty = false;
	random_state = 1;
}

unsigned
fake_random(unsigned n)
{
	random_state = random_state * 1103515245u + 12345u;
	return (random_state >> 16) % n;
}

static void
append(char *to, size_t size, const char *line)
{
	size_t len = strlen(to);

	(void)snprintf(to + len, size - len, "%s\n", line);
}

#define SAID(prefix) do {							\
		char text_[LOG_TEXT_MAX + 1], line_[LOG_TEXT_MAX + 16];		\
		va_list ap;							\
		va_start(ap, fmt);						\
		(void)format_list(text_, sizeof text_, fmt, ap);			\
		va_end(ap);							\
		(void)snprintf(line_, sizeof line_, "%s%s", prefix, text_);	\
		append(fake_said, sizeof fake_said, line_);			\
	} while (0)

void
log_info(const char *fmt, ...)
{
	SAID("");
}

void
log_console(const char *fmt, ...)
{
	SAID("");
}

void
log_warn(const char *fmt, ...)
{
	SAID("");
}

void
log_bug(const char *fmt, ...)
{
	SAID("BUG: ");
}

int
spawn_missing_errno(int status)
{
	return status == SPAWN_NO_DEVICE ? ENXIO : 0;
}

pid_t
spawn_start(const struct spawn *s)
{
	(void)s;
	return fake_spawn_error != 0 ? fake_spawn_error : ++fake_pid;
}

/* Takes the place of libc's for the parts under test. */
int
kill(pid_t pid, int sig)
{
	char line[64];
	const char *name = sig == SIGTERM ? "TERM" : sig == SIGKILL ? "KILL" : sig == SIGCONT ? "CONT" :
	    sig == SIGINT ? "INT" : "?";

	if (sig != 0) {
		(void)snprintf(line, sizeof line, "%s %d", name, (int)pid);
		append(fake_sent, sizeof fake_sent, line);
	}
	if (!fake_group_empty)
		return 0;
	errno = ESRCH;
	return -1;
}

static void
note_problem(const struct inittab_problem *problem, const char *text, void *arg)
{
	struct parsed *p = arg;
	size_t len = strlen(p->problems);

	(void)text;
	(void)snprintf(p->problems + len, sizeof p->problems - len, "%u: %s\n", problem->line,
	    problem->message);
}

void
parsed_read(struct parsed *p, const char *text, size_t len)
{
	memset(p, 0, sizeof *p);
	p->text = malloc(len + (len == 0));
	if (p->text == NULL)
		abort();
	memcpy(p->text, text, len);
	p->memory = calloc(1, inittab_begin(&p->t, p->text, len));
	if (p->memory == NULL)
		abort();
	inittab_use(&p->t, p->memory);
	inittab_parse(&p->t, "inittab", (struct span){ 0, (uint32_t)len }, note_problem, p);
}

void
parsed_free(struct parsed *p)
{
	free(p->text);
	free(p->memory);
}

void
parsed_merge(const char *text, size_t len, uint32_t *place)
{
	struct parsed p;

	parsed_read(&p, text, len);
	uint32_t *scratch = calloc(table_count() + 1, sizeof *scratch);
	if (!CHECK_INT(table_merge(&p.t, scratch, place), 0))
		abort();
	parsed_free(&p);	/* nothing of it may be needed any more */
	free(scratch);
}

void
table_clear(void)
{
	static const struct child_conditions on = { .level = '2' };
	uint32_t place = 0;

	fake_group_empty = true;
	for (uint32_t i = 0; i < table_count(); i++) {
		struct child *c = table_child(i);

		table_owe_not(c);
		if (!child_is_up(c))
			continue;
		table_step(c, EV_UNWANTED, &on, 1000);
		table_step(c, child_live(c)->flags & CHILD_LEADERLESS ? EV_LOOK : EV_EXITED, &on, 1000);
	}
	parsed_merge("", 0, &place);
	if (!CHECK_INT(table_count(), 0))
		abort();
	fake_group_empty = false;
	fake_sent[0] = '\0';
	fake_said[0] = '\0';
}
