/*
 * world.h - put in front of every module that is fuzzed: memory ends where it says it ends, and no file
 * of the machine is opened.
 *
 * Memory:   what a module maps is allocated, so that AddressSanitizer knows its bounds; a file's mapping
 *           is a copy.  Only very large mappings, of which little is touched, are real.
 * Files:    whatever is opened by name is fuzz_file, if there is one, or missing.
 */
#ifndef FUZZ_WORLD_H
#define FUZZ_WORLD_H

#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

extern int fuzz_file;		/* -1: nothing can be opened */

void *fuzz_mmap(void *at, size_t size, int protection, int flags, int fd, off_t offset);
int fuzz_munmap(void *memory, size_t size);
int fuzz_open(const char *path);

#ifndef FUZZ_THE_WORLD_ITSELF
#define mmap fuzz_mmap
#define munmap fuzz_munmap
#define memfd_create(name, flags) (-1)
#define open(path, ...) fuzz_open(path)
#define openat(fd, path, ...) fuzz_open(path)
#endif

#endif
