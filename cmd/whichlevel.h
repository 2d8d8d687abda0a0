/*
 * whichlevel.h - which runlevel the system is in, as init has left it in files.
 *
 * For halt and runlevel.  Levels are ASCII characters; previous is 0 when it is not known.
 * Each function returns false, and leaves *l alone, when its file has no answer.
 */
#ifndef CMD_WHICHLEVEL_H
#define CMD_WHICHLEVEL_H

#include <fcntl.h>
#include <stdbool.h>
#include <unistd.h>

#include "../paths.h"
#include "../utmp.h"

struct levels {
	char previous;
	char current;
};

/* The first runlevel record of a file in utmp format. */
static inline bool
whichlevel_utmp(const char *path, struct levels *l)
{
	struct utmp_record r;
	bool found = false;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return false;
	while (!found && read(fd, &r, sizeof r) == (ssize_t)sizeof r) {
		/* A record of halt's has this type too, but no level in it. */
		if (r.type != UTMP_RUN_LVL || (r.pid & 0xff) == 0)
			continue;
		l->current = (char)(r.pid & 0xff);
		l->previous = (char)(r.pid >> 8 & 0xff);
		found = true;
	}
	(void)close(fd);
	return found;
}

/* /run/runlevel, which init writes even where there is no utmp. */
static inline bool
whichlevel_file(struct levels *l)
{
	char c;
	int fd = open(PATH_RUNLEVEL, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool found = fd >= 0 && read(fd, &c, 1) == 1;

	if (fd >= 0)
		(void)close(fd);
	if (found)
		*l = (struct levels){ .current = c };
	return found;
}

#endif
