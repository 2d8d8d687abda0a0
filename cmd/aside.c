#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "aside.h"

#define TEXT_MAX (256 * 1024)
#define PATIENCE_MS 400
#define PATIENCE_LEAST_MS 25

enum { QUESTION_READ = 'r', QUESTION_RESOLVE = 'p' };

static struct {
	pid_t pid;	/* of the copy; 0: none yet */
	int fd;		/* a question is a letter and a path, an answer is an ssize_t */
	char *text;	/* shared with this copy alone: one given up may still write to its own */
	int patience;
} aside = { .patience = PATIENCE_MS };

static ssize_t
read_file(const char *path, char *to, size_t size)
{
	size_t len = 0;
	ssize_t n = 0;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

	if (fd < 0)
		return -errno;
	while (len < size - 1 && (n = read(fd, to + len, size - 1 - len)) > 0)
		len += (size_t)n;
	if (n < 0)
		n = -errno;
	(void)close(fd);
	to[len] = '\0';
	return n < 0 ? n : (ssize_t)len;
}

static ssize_t
resolve(const char *path, char *to, size_t size)
{
	char *real = realpath(path, NULL);
	size_t len;

	if (!real)
		return -errno;
	len = strlen(real);
	if (len >= size)
		return -ENAMETOOLONG;
	memcpy(to, real, len + 1);
	free(real);
	return (ssize_t)len;
}

static _Noreturn void
serve(int fd, char *text)
{
	static char question[1 + TEXT_MAX];
	ssize_t len, answer;

	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	/* Hung, it must not keep our caller waiting for the end of a pipe. */
	for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++)
		if (i != fd)
			(void)close(i);
	while ((len = recv(fd, question, sizeof question - 1, 0)) > 0) {
		question[len] = '\0';
		answer = question[0] == QUESTION_READ ? read_file(question + 1, text, TEXT_MAX) :
			resolve(question + 1, text, TEXT_MAX);
		if (send(fd, &answer, sizeof answer, MSG_NOSIGNAL) < 0)
			break;
	}
	_exit(0);
}

static int
start(void)
{
	int fds[2], err;
	char *text;
	pid_t pid;

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, fds) < 0)
		return -errno;
	text = mmap(NULL, TEXT_MAX, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pid = text == MAP_FAILED ? -1 : fork();
	if (pid < 0) {
		err = -errno;
		if (text != MAP_FAILED)
			(void)munmap(text, TEXT_MAX);
		(void)close(fds[0]);
		(void)close(fds[1]);
		return err;
	}
	if (pid == 0) {
		(void)close(fds[0]);
		serve(fds[1], text);
	}
	(void)close(fds[1]);
	aside.pid = pid;
	aside.fd = fds[0];
	aside.text = text;
	return 0;
}

static void
give_up(void)
{
	(void)kill(aside.pid, SIGKILL);
	(void)waitpid(aside.pid, NULL, WNOHANG);	/* it may never end: it is not waited for */
	(void)close(aside.fd);
	(void)munmap(aside.text, TEXT_MAX);
	aside.pid = 0;
}

static ssize_t
ask(char question, const char *path, const char **text)
{
	struct pollfd p = { .events = POLLIN };
	size_t len = strlen(path);
	char message[1 + PATH_MAX];
	ssize_t answer;
	int err;

	if (len >= PATH_MAX)
		return -ENAMETOOLONG;
	if (aside.pid == 0 && (err = start()) < 0)
		return err;
	message[0] = question;
	memcpy(message + 1, path, len);
	p.fd = aside.fd;
	if (send(aside.fd, message, 1 + len, MSG_NOSIGNAL) == (ssize_t)(1 + len)) {
		while ((err = poll(&p, 1, aside.patience)) < 0 && errno == EINTR)
			continue;
		if (err == 1 && recv(aside.fd, &answer, sizeof answer, 0) == (ssize_t)sizeof answer) {
			*text = aside.text;
			return answer;
		}
	}
	give_up();
	if (aside.patience > PATIENCE_LEAST_MS)
		aside.patience /= 2;
	return -ETIMEDOUT;
}

ssize_t
aside_read(const char *path, const char **text)
{
	return ask(QUESTION_READ, path, text);
}

ssize_t
aside_resolve(const char *path, const char **text)
{
	return ask(QUESTION_RESOLVE, path, text);
}

void
aside_end(void)
{
	if (aside.pid == 0)
		return;
	(void)close(aside.fd);	/* it sits in recv(), and leaves */
	while (waitpid(aside.pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	aside.pid = 0;
}
