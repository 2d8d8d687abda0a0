#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "ask.h"
#include "log.h"
#include "paths.h"
#include "spawn.h"

int
ask_level(void *unused)
{
	static const char question[] = "\nEnter runlevel: ";
	char answer[8];

	(void)unused;
	(void)spawn_take_console();
	for (;;) {
		if (write(STDOUT_FILENO, question, sizeof question - 1) < 0)
			return 'S';
		ssize_t n = read(STDIN_FILENO, answer, sizeof answer);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return 'S';
		char c = answer[0] == 's' ? 'S' : answer[0];
		if (n >= 2 && (answer[1] == '\n' || answer[1] == '\r') && (c == 'S' || (c >= '0' && c <= '9')))
			return c;
	}
}

int
ask_power(void *unused)
{
	static const char *const files[] = { PATH_POWERSTATUS, PATH_POWERSTATUS_OLD };
	char status = 'F';

	(void)unused;
	for (int i = 0; i < 2; i++) {
		int fd = open(files[i], O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);

		if (fd < 0)
			continue;
		(void)(read(fd, &status, 1) == 1);	/* an empty file: failing */
		(void)unlink(files[i]);
		if (i == 1)
			log_warn("Warning: power status read from %s; use %s", files[i], files[0]);
		break;
	}
	return status;
}
