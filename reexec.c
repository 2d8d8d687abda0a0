#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "paths.h"
#include "reexec.h"

#define DUP_TRIES 3

static char path[256] = PATH_INIT;	/* a copy: the title overwrites argv */

const char *
reexec_path(void)
{
	return path;
}

void
reexec_init(const char *argv0)
{
	int fd;

	if (argv0[0] == '/' && strlen(argv0) < sizeof path)
		memcpy(path, argv0, strlen(argv0) + 1);
	int flags = fcntl(OWN_FD, F_GETFL);
	if (flags >= 0 && (flags & O_PATH)) {
		(void)fcntl(OWN_FD, F_SETFD, FD_CLOEXEC);	/* after a crash: it is still ours */
		return;
	}
	fd = open("/proc/self/exe", O_PATH | O_CLOEXEC);
	if (fd < 0)
		fd = open(path, O_PATH | O_CLOEXEC);
	if (fd >= 0 && fd != OWN_FD) {
		for (int tries = 0; tries < DUP_TRIES && dup3(fd, OWN_FD, O_CLOEXEC) < 0; tries++)
			;	/* EBUSY and EINTR pass */
		(void)close(fd);
	}
}

/* Not by way of state.h and request.h: a crash may have damaged what they know.  False: the state would get lost. */
static bool
keep(bool on)
{
	(void)fcntl(REQUEST_FD, F_SETFD, on ? 0 : FD_CLOEXEC);	/* there may be none */
	return fcntl(STATE_FD, F_SETFD, on ? 0 : FD_CLOEXEC) == 0;
}

static char *const *
arguments(void)
{
	static char *argv[] = { path, (char *)(uintptr_t)"--init", NULL };

	return argv;
}

int
reexec_now(int fd)
{
	if (!keep(true))
		return -errno;
	(void)syscall(SYS_execveat, fd, "", arguments(), environ, AT_EMPTY_PATH);
	int err = -errno;
	(void)keep(false);
	return err;
}

void
reexec_own(void)
{
	(void)fcntl(OWN_FD, F_SETFD, 0);
	(void)reexec_now(OWN_FD);
	(void)fcntl(OWN_FD, F_SETFD, FD_CLOEXEC);
	(void)keep(true);
	(void)execve("/proc/self/exe", arguments(), environ);
	(void)execve(PATH_INIT, arguments(), environ);
	(void)keep(false);
}
