#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../clock.h"
#include "../paths.h"
#include "tell.h"

#define PAUSE_MS 20

struct initctl_request
tell_level(char level, int seconds)
{
	return (struct initctl_request){ .magic = INITCTL_MAGIC, .command = INITCTL_RUNLVL,
		.runlevel = level, .sleeptime = seconds };
}

bool
tell_variable(struct initctl_request *r, const char *text)
{
	size_t len = strlen(text) + 1, used = 0;

	if (r->command == INITCTL_SETENV)
		while (r->data[used] != '\0')
			used += strlen(r->data + used) + 1;
	if (used + len + 1 > sizeof r->data)	/* an empty string ends the list */
		return false;
	r->command = INITCTL_SETENV;
	memcpy(r->data + used, text, len);
	return true;
}

/*
 * By its title, "init [3]", which no other kind of init has.  To others the signal may mean to halt: to BusyBox's, which
 * is process 1 until the first boot with ours, or of the machine on which we are called in a chroot.
 */
static bool
knows_signal(void)
{
	char title[5] = "";
	int fd = open("/proc/1/cmdline", O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return false;
	(void)read(fd, title, sizeof title);
	(void)close(fd);
	return memcmp(title, "init ", sizeof title) == 0;
}

/*
 * Open the FIFO for writing.  Nobody reads it (it was removed, or something was mounted over it):
 * SIGUSR1 makes init look after it; then it is tried again, until the deadline.
 */
static int
open_fifo(msec_t deadline)
{
	bool asked = false;
	struct stat st;

	while (clock_now() < deadline) {
		int fd = open(PATH_FIFO, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW);

		if (fd >= 0 && fstat(fd, &st) == 0 && !S_ISFIFO(st.st_mode)) {
			(void)close(fd);
			return -ENOTSUP;
		}
		if (fd >= 0)
			return fd;
		if (errno != ENXIO && errno != ENOENT)
			return -errno;
		if (!asked && knows_signal() && kill(1, SIGUSR1) < 0)
			return -errno;
		asked = true;
		(void)poll(NULL, 0, PAUSE_MS);
	}
	return -ETIMEDOUT;
}

int
tell_init(const struct initctl_request *r, size_t n)
{
	_Static_assert(2 * sizeof *r <= PIPE_BUF, "a write of two is one");
	msec_t deadline = clock_now() + TELL_TIMEOUT_S * 1000;
	int fd = open_fifo(deadline), err = -ETIMEDOUT;
	ssize_t wrote;

	if (fd < 0)
		return fd;
	while (clock_now() < deadline) {
		wrote = write(fd, r, n * sizeof *r);
		err = wrote == (ssize_t)(n * sizeof *r) ? 0 : wrote < 0 ? -errno : -EIO;
		if (err != -EAGAIN && err != -EINTR)
			break;
		/* Full: init reads soon. */
		(void)poll(NULL, 0, PAUSE_MS);
		err = -ETIMEDOUT;
	}
	(void)close(fd);
	return err;
}

void
tell_complain(const char *name, int err)
{
	if (err == -ETIMEDOUT)
		(void)fprintf(stderr, "%s: timeout opening/writing control channel %s\n", name, PATH_FIFO);
	else if (err == -ENOTSUP)
		(void)fprintf(stderr, "%s: %s is not a fifo\n", name, PATH_FIFO);
	else
		(void)fprintf(stderr, "%s: %s: %s\n", name, PATH_FIFO, strerror(-err));
}
