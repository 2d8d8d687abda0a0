#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "../utmp.h"
#include "allow.h"

#define TTY_MAJOR 4
#define CONSOLES_LAST 63	/* the last virtual console's minor number */

static bool
on_console(const struct utmp_record *r)
{
	char path[sizeof r->line + 6];
	struct stat st;

	(void)snprintf(path, sizeof path, "/dev/%.*s", (int)sizeof r->line, r->line);
	return stat(path, &st) == 0 && S_ISCHR(st.st_mode) && major(st.st_rdev) == TTY_MAJOR &&
	    minor(st.st_rdev) <= CONSOLES_LAST;
}

/* Does the file name that user?  One a line; empty lines and those that begin with # say nothing. */
static bool
is_listed(FILE *f, const char *name, size_t len)
{
	char *text = NULL;
	size_t size = 0;
	ssize_t n;
	bool found = false;

	rewind(f);
	while (!found && (n = getline(&text, &size, f)) > 0) {
		while (n > 0 && strchr(" \t\r\n", text[n - 1]) != NULL)
			n--;
		found = *text != '#' && (size_t)n == len && memcmp(text, name, len) == 0;
	}
	free(text);
	return found;
}

bool
allow_somebody(void)
{
	FILE *f = fopen(PATH_ALLOW, "re");
	struct utmp_record r;
	bool found = false;
	int fd;

	if (f == NULL)
		return errno == ENOENT;
	fd = open(UTMP_PATH, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	while (!found && fd >= 0 && read(fd, &r, sizeof r) == (ssize_t)sizeof r) {
		size_t len = strnlen(r.user, sizeof r.user);

		if (r.type != UTMP_USER || len == 0 || !on_console(&r))
			continue;
		found = (len == 4 && memcmp(r.user, "root", 4) == 0) || is_listed(f, r.user, len);
	}
	if (fd >= 0)
		(void)close(fd);
	(void)fclose(f);
	return found;
}
