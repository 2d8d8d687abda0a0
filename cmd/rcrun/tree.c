#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "../xalloc.h"
#include "tree.h"

struct relative {
	pid_t pid, parent;
	bool ours;
};

static bool
read_path(char *text, size_t size, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		return false;
	n = read(fd, text, size - 1);
	(void)close(fd);
	text[n > 0 ? n : 0] = '\0';
	return n >= 0;
}

static bool
read_file(char *text, size_t size, const char *format, pid_t pid)
{
	char path[64];

	(void)snprintf(path, sizeof path, format, (int)pid, (int)pid);
	return read_path(text, size, path);
}

/* The state and the parent; a name may hold anything, so look behind its last bracket. */
static bool
read_stat(pid_t pid, char *state, pid_t *parent)
{
	char text[512], *end;
	int number;

	if (!read_file(text, sizeof text, "/proc/%d/stat", pid))
		return false;
	end = strrchr(text, ')');
	if (end == NULL || sscanf(end, ") %c %d", state, &number) != 2)
		return false;
	*parent = number;
	return true;
}

/* All processes; their number. */
static size_t
list_all(struct relative **list)
{
	DIR *d = opendir("/proc");
	struct dirent *e;
	size_t count = 0;

	*list = NULL;
	while (d != NULL && (e = readdir(d)) != NULL) {
		pid_t parent, pid = atoi(e->d_name);
		char state;

		if (pid <= 0 || !read_stat(pid, &state, &parent))
			continue;
		*list = xgrow(*list, count, sizeof **list);
		(*list)[count++] = (struct relative){ pid, parent, false };
	}
	if (d != NULL)
		(void)closedir(d);
	return count;
}

static bool
is_ours(const struct relative *list, size_t count, pid_t pid)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].pid == pid)
			return list[i].ours;
	return false;
}

void
tree_signal(pid_t child, int signal)
{
	struct relative *list;
	size_t count = list_all(&list);
	bool more = true;

	if (count == 0)
		(void)kill(child, signal);
	while (more) {
		more = false;
		for (size_t i = 0; i < count; i++)
			if (!list[i].ours && (list[i].pid == child || is_ours(list, count, list[i].parent)))
				list[i].ours = more = true;
	}
	for (size_t i = 0; i < count; i++)
		if (list[i].ours)
			(void)kill(list[i].pid, signal);
	free(list);
}

bool
tree_waits(pid_t child)
{
	pid_t *todo = xrealloc(NULL, sizeof *todo), parent;
	size_t count = 0;
	char state, text[4096];
	bool waits = true;

	todo[count++] = child;
	while (waits && count > 0) {
		pid_t pid = todo[--count];
		char *save, *word;

		/* A kernel that does not tell of children leaves us with a guess: it computes. */
		if (!read_stat(pid, &state, &parent) ||
		    !read_file(text, sizeof text, "/proc/%d/task/%d/children", pid)) {
			waits = pid != child;
			continue;
		}
		waits = state != 'R';
		for (word = strtok_r(text, " ", &save); word != NULL; word = strtok_r(NULL, " ", &save)) {
			todo = xgrow(todo, count, sizeof *todo);
			todo[count++] = atoi(word);
		}
	}
	free(todo);
	return waits;
}

unsigned
tree_all_computing(void)
{
	char text[128];
	unsigned computing;

	if (!read_path(text, sizeof text, "/proc/loadavg") || sscanf(text, "%*s %*s %*s %u", &computing) != 1)
		return UINT_MAX;
	return computing > 0 ? computing - 1 : 0;
}
