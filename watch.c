#include <fcntl.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "paths.h"
#include "watch.h"

#define SELF (IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_DONT_FOLLOW)	/* unlink changes the link count */
#define NAMES (IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR)
#define NODES (IN_CREATE | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR)

static int inotify = -1, mountinfo = -1;
static int run = -1, dev = -1;	/* watch numbers */

/* A watch that takes the place of *wd.  The same file gets the same number again. */
static void
watch(int *wd, int fresh)
{
	if (*wd >= 0 && *wd != fresh)
		(void)inotify_rm_watch(inotify, *wd);	/* fails if the file is gone: then so is the watch */
	*wd = fresh;
}

void
watch_refresh(bool devices)
{
	if (inotify < 0)
		inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (mountinfo < 0)
		mountinfo = open(PATH_MOUNTINFO, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (inotify < 0)
		return;
	/* The FIFO itself; its directory, busy with other files, only while there is none. */
	int fresh = inotify_add_watch(inotify, PATH_FIFO, SELF);
	if (fresh < 0)
		fresh = inotify_add_watch(inotify, PATH_RUN, NAMES);
	watch(&run, fresh);
	watch(&dev, devices ? inotify_add_watch(inotify, "/dev", NODES) : -1);
}

void
watch_fds(struct pollfd *fds)
{
	fds[0] = (struct pollfd){ .fd = inotify, .events = POLLIN };
	fds[1] = (struct pollfd){ .fd = mountinfo, .events = POLLPRI };
}

static unsigned
read_names(void)
{
	_Alignas(struct inotify_event) char some[4096];
	unsigned changes = 0;
	ssize_t got;

	while ((got = read(inotify, some, sizeof some)) > 0)
		for (ssize_t at = 0; at < got; ) {
			const struct inotify_event *e = (const void *)(some + at);

			if (e->wd == dev)
				changes |= WATCH_DEV;
			else
				changes |= WATCH_RUN;	/* also an overflow: look at everything */
			if (e->mask & IN_Q_OVERFLOW)
				changes |= WATCH_DEV;
			at += (ssize_t)(sizeof *e + e->len);
		}
	return changes;
}

unsigned
watch_changes(const struct pollfd *fds)
{
	unsigned changes = 0;

	if (fds[0].revents & POLLIN)
		changes |= read_names();
	if (fds[1].revents & (POLLPRI | POLLERR))
		changes |= WATCH_MOUNTS;
	return changes;
}
