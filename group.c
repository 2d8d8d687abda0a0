#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "dirent64.h"
#include "group.h"
#include "options.h"
#include "table.h"

/* Field 3, the state, and field 5, the process group, of /proc/PID/stat, proc(5). */
static bool
read_stat(int proc, const char *pid, char *state_letter, pid_t *group)
{
	char name[32], text[512];
	size_t len = strlen(pid);
	uint32_t value;

	if (len > 16)
		return false;
	memcpy(name, pid, len);
	memcpy(name + len, "/stat", sizeof "/stat");
	int fd = openat(proc, name, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	ssize_t n = read(fd, text, sizeof text - 1);
	(void)close(fd);
	if (n <= 0)
		return false;
	text[n] = '\0';
	const char *p = strrchr(text, ')');	/* a command may hold anything, also ')' */
	if (p == NULL || strlen(p) < 5)
		return false;
	*state_letter = p[2];
	p = strchr(p + 4, ' ');
	if (p == NULL || !options_number(p + 1, strcspn(p + 1, " "), INT32_MAX, &value))
		return false;
	*group = (pid_t)value;
	return true;
}

static void
note_living(int proc, const char *pid)
{
	char letter;
	pid_t group;

	if (pid[0] < '0' || pid[0] > '9' || !read_stat(proc, pid, &letter, &group))
		return;
	if (letter == 'Z' || letter == 'X')
		return;
	for (struct child *c = table_chain(CHAIN_LEADERLESS, NULL); c != NULL;
	    c = table_chain(CHAIN_LEADERLESS, c))
		c->seen |= c->told == group;
}

int
group_look(void *unused)
{
	static _Alignas(64) char some[32768];
	int proc = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	long got;

	(void)unused;
	if (proc < 0)
		return 1;
	for (struct child *c = table_chain(CHAIN_LEADERLESS, NULL); c != NULL;
	    c = table_chain(CHAIN_LEADERLESS, c))
		c->seen = false;
	while ((got = syscall(SYS_getdents64, proc, some, sizeof some)) > 0)
		for (long at = 0; at < got; at += dirent64_length(some + at))
			note_living(proc, dirent64_name(some + at));
	for (struct child *c = table_chain(CHAIN_LEADERLESS, NULL); c != NULL;
	    c = table_chain(CHAIN_LEADERLESS, c))
		if (!c->seen)
			atomic_store(&state.slot[c->slot].zombies, c->told);
	return 0;
}
