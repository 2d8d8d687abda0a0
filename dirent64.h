/*
 * dirent64.h - struct linux_dirent64 of getdents64(2), for those who read directories without
 * opendir(3), which would bring malloc(3) into PID 1.
 */
#ifndef RUNG_DIRENT64_H
#define RUNG_DIRENT64_H

#include <stddef.h>
#include <stdint.h>

struct dirent64_head {
	uint64_t inode;
	int64_t offset;
	uint16_t length;
	uint8_t type;
	char name[];
};

static inline long
dirent64_length(const void *entry)
{
	return ((const struct dirent64_head *)entry)->length;
}

static inline const char *
dirent64_name(const void *entry)
{
	return ((const struct dirent64_head *)entry)->name;
}

#endif
