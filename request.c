#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "env.h"
#include "initctl.h"
#include "level.h"
#include "log.h"
#include "paths.h"
#include "request.h"
#include "state.h"
#include "trust.h"

#define REQUESTS_A_TURN 64
#define PIPE_REQUESTS (65536 / (int)sizeof(struct initctl_request) + 1)	/* pipe(7), capacity */

_Static_assert(sizeof state.head->request == sizeof(struct initctl_request), "state.h has room for a request");

static bool is_open;
static bool said_not_fifo, said_not_ours, said_bogus, said_unknown;

int
request_fd(void)
{
	return is_open ? REQUEST_FD : -1;
}

/* Is REQUEST_FD the FIFO that has the name?  Also true of one that came with an exec of init. */
static bool
is_in_place(void)
{
	struct stat named, open_one;

	return fstat(REQUEST_FD, &open_one) == 0 && S_ISFIFO(open_one.st_mode) &&
	    lstat(PATH_FIFO, &named) == 0 && named.st_dev == open_one.st_dev &&
	    named.st_ino == open_one.st_ino;
}

static void
open_fifo(void)
{
	struct stat st;
	int fd;

	if (lstat(PATH_FIFO, &st) < 0)
		(void)mkfifo(PATH_FIFO, 0600);
	fd = open(PATH_FIFO, O_RDWR | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return;		/* no /run yet, or read-only: signals still work */
	if (fstat(fd, &st) < 0 || !S_ISFIFO(st.st_mode)) {
		(void)close(fd);
		if (!said_not_fifo)
			log_warn("%s is not a fifo", PATH_FIFO);
		said_not_fifo = true;
		return;
	}
	const char *why = st.st_uid == 0 ? NULL : trust_refusal(&st);
	if (why != NULL) {
		(void)close(fd);
		if (!said_not_ours)
			log_warn("%s: %s; not read", PATH_FIFO, why);
		said_not_ours = true;
		return;
	}
	said_not_ours = false;
	said_not_fifo = false;
	if (fd != REQUEST_FD) {
		is_open = dup3(fd, REQUEST_FD, O_CLOEXEC) == REQUEST_FD;
		(void)close(fd);
	} else
		is_open = true;
}

static void
complain(bool *said, const char *what)
{
	if (!*said)
		log_warn("%s", what);
	*said = true;
}

static void
set_environment(const char *data)
{
	for (size_t at = 0; at < INITCTL_DATA && data[at] != '\0'; ) {
		size_t len = strnlen(data + at, INITCTL_DATA - at);

		if (at + len == INITCTL_DATA)
			return;		/* not terminated */
		if (!env_setenv(data + at, len) && strncmp(data + at, ENV_PREFIX, sizeof ENV_PREFIX - 1) == 0)
			log_warn("no room for %s", data + at);
		at += len + 1;
	}
}

static void
obey(const struct initctl_request *r, msec_t now)
{
	uint32_t grace = r->sleeptime < 0 ? 0 : (uint32_t)r->sleeptime;

	switch (r->command) {
	case INITCTL_RUNLVL:
		level_request(r->runlevel, grace, now);
		break;
	case INITCTL_POWERFAIL:
	case INITCTL_POWERFAILNOW:
	case INITCTL_POWEROK:
		level_set_grace(grace);
		level_power("FLO"[r->command - INITCTL_POWERFAIL], now);
		break;
	case INITCTL_SETENV:
		set_environment(r->data);
		break;
	case INITCTL_KILLED:
		level_killed(now);
		break;
	default:
		complain(&said_unknown, "got unimplemented initrequest.");
		return;
	}
	said_bogus = said_unknown = false;
}

/* After other bytes a request may follow: where in the block could it begin? */
static size_t
find_magic(const char *block, size_t len)
{
	const int32_t magic = INITCTL_MAGIC;

	for (size_t at = 1; at < len; at++) {
		size_t n = len - at < sizeof magic ? len - at : sizeof magic;

		if (memcmp(block + at, &magic, n) == 0)
			return at;
	}
	return len;
}

/*
 * Read one request.  A block is read at once, as clients write it; one that is short is dropped whole.
 * False: there is nothing to read.
 */
static bool
read_one(struct initctl_request *r)
{
	char *block = (char *)r;
	size_t have = 0;

	for (;;) {
		ssize_t n = read(REQUEST_FD, block + have, sizeof *r - have);

		if (n < 0 && errno != EAGAIN && errno != EINTR)
			complain(&said_bogus, "error reading initrequest");
		if (n <= 0) {
			if (have == 0)
				return false;
			r->magic = 0;
			return true;	/* the rest of a block never came */
		}
		have += (size_t)n;
		if (have < sizeof *r) {
			complain(&said_bogus, "got bogus initrequest");
			r->magic = 0;
			return true;
		}
		if (r->magic == INITCTL_MAGIC)
			return true;
		complain(&said_bogus, "got bogus initrequest");
		size_t skip = find_magic(block, have);
		have -= skip;
		memmove(block, block + skip, have);
		if (have == 0) {
			r->magic = 0;
			return true;
		}
	}
}

/* With a copy in the state while it lasts: a request is not lost if init crashes over it. */
static void
obey_safely(const struct initctl_request *r, msec_t now)
{
	memcpy(state.head->request, r, sizeof *r);
	obey(r, now);
	state.head->request[0] = 0;
}

void
request_serve(msec_t now)
{
	struct initctl_request r;

	if (!is_open)
		return;
	for (int i = 0; i < REQUESTS_A_TURN && read_one(&r); i++)
		if (r.magic == INITCTL_MAGIC)
			obey_safely(&r, now);
}

void
request_close(msec_t now)
{
	/* What was written before: a pipe holds so many at most. */
	for (int i = 0; i < PIPE_REQUESTS; i += REQUESTS_A_TURN)
		request_serve(now);
	if (is_open)
		(void)close(REQUEST_FD);
	is_open = false;
}

void
request_check(msec_t now)
{
	if (!level_fifo_open())
		return;
	if (is_in_place()) {
		is_open = true;
		(void)fcntl(REQUEST_FD, F_SETFD, FD_CLOEXEC);
		return;
	}
	request_close(now);
	open_fifo();
}

void
request_resume(msec_t now)
{
	struct initctl_request r;

	memcpy(&r, state.head->request, sizeof r);
	if (state.head->request[0] == 0 || r.magic != INITCTL_MAGIC)
		return;
	/* Once more, but not for ever: it may be what init crashed over. */
	if (state.head->crash.in_a_row <= 1)
		obey(&r, now);
	state.head->request[0] = 0;
}
