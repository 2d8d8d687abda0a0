#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "format.h"
#include "helper.h"
#include "log.h"
#include "reexec.h"
#include "state.h"
#include "table.h"
#include "upgrade.h"

#define CLASSIC_WORD "SysV init version:"
#define STATE_WORD "state version "
#define CPU_SECONDS 4

enum { ANSWER_RUNG = UPGRADE_GOOD, ANSWER_CLASSIC, ANSWER_NO };	/* NO: the helper has said why */

static int file = -1;
static enum upgrade ready;

/* Run the file with one or two arguments; its output goes to out.  False: it did not end well. */
static bool
run(const char *option, const char *value, int state_fd, char *out, size_t size, int *status)
{
	char *const argv[] = { (char *)(uintptr_t)reexec_path(), (char *)(uintptr_t)option,
	    (char *)(uintptr_t)value, NULL };
	static const uint64_t cpu[2] = { CPU_SECONDS, CPU_SECONDS };
	char more[512];
	size_t have = 0;
	int ends[2];
	ssize_t n;

	*status = -1;
	if (pipe2(ends, O_CLOEXEC) < 0)
		return false;
	pid_t pid = helper_fork();
	if (pid == 0) {
		(void)dup2(ends[1], STDOUT_FILENO);
		(void)syscall(SYS_prlimit64, 0, RLIMIT_CPU, cpu, NULL);
		if (state_fd >= 0)
			(void)fcntl(state_fd, F_SETFD, 0);
		(void)syscall(SYS_execveat, file, "", argv, environ, AT_EMPTY_PATH);
		_exit(errno == ENOEXEC ? 126 : 127);
	}
	(void)close(ends[1]);
	/* To the end, though only its beginning counts: it must not die of a closed pipe. */
	while (pid > 0 && (n = read(ends[0], more, sizeof more)) != 0) {
		if (n < 0 && errno != EINTR)
			break;
		size_t room = size - 1 - have, got = n > 0 ? (size_t)n : 0;
		memcpy(out + have, more, got < room ? got : room);
		have += got < room ? got : room;
	}
	out[have] = '\0';
	(void)close(ends[0]);
	return pid > 0 && waitpid(pid, status, 0) == pid && WIFEXITED(*status) && WEXITSTATUS(*status) == 0;
}

static int
refuse(const char *why, int status)
{
	if (status < 0)
		log_warn("Attempt to re-exec failed: %s: %s", reexec_path(), why);
	else if (WIFEXITED(status))
		log_warn("Attempt to re-exec failed: %s: %s (exit status %d)", reexec_path(), why,
		    WEXITSTATUS(status));
	else
		log_warn("Attempt to re-exec failed: %s: %s (signal %d)", reexec_path(), why,
		    WTERMSIG(status));
	return ANSWER_NO;
}

int
upgrade_examine(void *unused)
{
	char out[512], number[16];
	int status, copy;

	(void)unused;
	if (!run("--version", NULL, -1, out, sizeof out, &status))
		return refuse("cannot be run", status);
	if (strstr(out, STATE_WORD) == NULL)
		return strstr(out, CLASSIC_WORD) != NULL ? ANSWER_CLASSIC : refuse("is no init", -1);
	copy = state_copy();
	if (copy < 0)
		return refuse(strerror(-copy), -1);
	(void)format(number, sizeof number, "%d", copy);
	if (!run("--check-state", number, copy, out, sizeof out, &status) ||
	    strncmp(out, UPGRADE_WORD, sizeof UPGRADE_WORD - 1) != 0)
		return refuse("cannot take over this state", status);
	return ANSWER_RUNG;
}

bool
upgrade_open(void)
{
	upgrade_drop();
	file = open(reexec_path(), O_PATH | O_CLOEXEC);
	if (file < 0)
		(void)refuse(strerror(errno), -1);
	return file >= 0;
}

void
upgrade_ask(msec_t now)
{
	if (helper_running(HELPER_UPGRADE) || ready != UPGRADE_NONE || !upgrade_open())
		return;
	if (!helper_start(HELPER_UPGRADE, upgrade_examine, NULL, UPGRADE_TIMEOUT_MS, now))
		(void)refuse("cannot be asked now", -1);
}

void
upgrade_answered(int answer)
{
	if (answer == ANSWER_RUNG)
		ready = UPGRADE_RUNG;
	else if (answer == ANSWER_CLASSIC)
		ready = UPGRADE_CLASSIC;
	else {
		if (answer == HELPER_FAILED)
			(void)refuse("does not answer", -1);
		upgrade_drop();
	}
}

enum upgrade
upgrade_ready(void)
{
	return ready;
}

int
upgrade_fd(void)
{
	return file;
}

void
upgrade_drop(void)
{
	if (file >= 0)
		(void)close(file);
	file = -1;
	ready = UPGRADE_NONE;
}

/* ---- the other side: this is the file that is asked ---- */

static void say(const char *fmt, ...) FORMAT_PRINTF(1, 2);

static void
say(const char *fmt, ...)
{
	char text[256];
	va_list ap;

	va_start(ap, fmt);
	size_t len = format_list(text, sizeof text - 1, fmt, ap);
	va_end(ap);
	text[len++] = '\n';
	(void)write(STDOUT_FILENO, text, len);	/* whoever asked has gone: nobody to tell */
}

static void
say_child(const struct child *c)
{
	const struct child_live *l = child_live(c);

	say("entry %.*s state %d pid %d flags %d count %u", SPAN_ARG(state.text, c->e.id), l->state, l->pid,
	    l->flags, l->count);
}

static void
say_event(const struct state_event *e)
{
	static const char *const kinds[] = {
#define X(word, symbol) [symbol] = word,
		STATE_EVENT_KINDS(X)
#undef X
	};
	bool known = e->kind < sizeof kinds / sizeof *kinds && kinds[e->kind] != NULL;

	say("event %lld %s %.*s pid %d status %d", (long long)e->time, known ? kinds[e->kind] : "?",
	    (int)strnlen(e->id, sizeof e->id), e->id, e->pid, e->status);
}

int
upgrade_check_state(const char *fd_text)
{
	uint32_t fd, lost, bad;
	int err;

	if (!options_number(fd_text, strlen(fd_text), INT16_MAX, &fd))
		return 1;
	err = state_resume((int)fd, &lost, &bad);
	if (err == 0)
		err = table_resume();
	if (err < 0) {
		say("%s", strerror(-err));
		return 1;
	}
	say(UPGRADE_WORD);
	say("%u entries, level %c, %u crashes, %u bytes lost, %u damaged", table_count(),
	    state_level()->level, state.head->crash.count, lost, bad);
	for (uint32_t i = 0; i < table_count(); i++)
		say_child(table_child(i));
	for (uint32_t i = 0; i != state.head->events; i++) {
		if (i == STATE_EVENTS_KEPT && state.head->events > STATE_EVENTS)
			i = state.head->events - STATE_EVENTS_RING;
		say_event(&state.head->event[state_event_at(i)]);
	}
	return 0;
}
