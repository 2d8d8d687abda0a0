/*
 * trust.h - whose files make the table: root's, and nobody else can write them.
 *
 * What anybody else could write would be a way to run commands as root.  In a user namespace the files of the
 * machine's root show the owner "nobody": there only the mode tells.
 */
#ifndef RUNG_TRUST_H
#define RUNG_TRUST_H

#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TRUST_OVERFLOW_UID 65534
#define TRUST_ROOT_OF_ALL "         0          0 4294967295\n"	/* uid_map of the first user namespace */

static inline bool
trust_knows_root(void)
{
	char map[sizeof TRUST_ROOT_OF_ALL];
	int fd = open("/proc/self/uid_map", O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return true;	/* no /proc: take what the file shows for the truth */
	ssize_t n = read(fd, map, sizeof map);
	(void)close(fd);
	return n == sizeof map - 1 && memcmp(map, TRUST_ROOT_OF_ALL, sizeof map - 1) == 0;
}

/* NULL, or why the file or directory cannot be trusted. */
static inline const char *
trust_refusal(const struct stat *st)
{
	if (st->st_mode & (S_IWGRP | S_IWOTH))
		return "writable by others than root";
	if (st->st_uid != 0 && (st->st_uid != TRUST_OVERFLOW_UID || trust_knows_root()))
		return "not owned by root";
	return NULL;
}

#endif
