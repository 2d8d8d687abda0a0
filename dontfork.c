#include <sys/mman.h>
#include <unistd.h>

#include "dontfork.h"

static struct {
	void *memory;
	size_t size;
} set[DONTFORK_COUNT];

static pid_t owner;	/* who has that memory: a process that it has started has not */

void
dontfork_set(enum dontfork which, void *memory, size_t size)
{
	owner = getpid();
	set[which].memory = memory;
	set[which].size = size;
	(void)madvise(memory, size, MADV_DONTFORK);
}

bool
dontfork_lift(void)
{
	if (getpid() != owner)
		return true;
	for (int i = 0; i < DONTFORK_COUNT; i++)
		if (set[i].memory != NULL && madvise(set[i].memory, set[i].size, MADV_DOFORK) < 0)
			return false;
	return true;
}

void
dontfork_restore(void)
{
	if (getpid() != owner)
		return;
	for (int i = 0; i < DONTFORK_COUNT; i++)
		if (set[i].memory != NULL)
			(void)madvise(set[i].memory, set[i].size, MADV_DONTFORK);
}
