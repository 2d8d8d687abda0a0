/*
 * mute.c - a FUSE file system that is mounted and never answers: its server takes the first request, and stops.
 *
 * usage: mute DIR
 *
 * Mounts itself on DIR and returns when that is done; a process of its own stays.  Whoever asked first waits in
 * uninterruptible sleep, since the request is with the server; all others until they are killed.
 *
 * The few structures are those of linux/fuse.h, which not every libc has beside it.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#define FUSE_INIT 26

static union {
	struct {
		uint32_t len, opcode;
		uint64_t unique, node;
		uint32_t uid, gid, pid, unused;
		uint32_t major, minor;
	} in;
	char room[1 << 17];
} request;

int
main(int argc, char **argv)
{
	struct {
		uint32_t len;
		int32_t error;
		uint64_t unique;
		uint32_t major, minor, rest[14];
	} answer = { .len = sizeof answer };
	char options[64];
	int fd = open("/dev/fuse", O_RDWR);

	if (argc != 2 || fd < 0)
		return 2;
	(void)snprintf(options, sizeof options, "fd=%d,rootmode=40755,user_id=0,group_id=0", fd);
	if (mount("mute", argv[1], "fuse.mute", 0, options) < 0) {
		perror("mute");
		return 1;
	}
	if (read(fd, &request, sizeof request) < 0 || request.in.opcode != FUSE_INIT)
		return 1;
	answer.unique = request.in.unique;
	answer.major = request.in.major;
	answer.minor = request.in.minor;
	if (write(fd, &answer, sizeof answer) != sizeof answer)
		return 1;
	if (fork() != 0)
		return 0;
	(void)setsid();
	if (read(fd, &request, sizeof request) >= 0)
		(void)raise(SIGSTOP);
	return 0;
}
