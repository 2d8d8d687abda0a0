/*
 * random-seed.c - carry randomness over from one boot to the next.
 *
 * A seed is credited once at most: it is gone from the disk before the kernel counts it, so that
 * neither a lost power supply nor a copied disk makes two boots begin with the same numbers.
 *
 * Exit status: 0 done, also if there is nothing to do or to write to; 1 failed, or wrong usage.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../version.h"

#define USAGE "Usage: random-seed load|save FILE\n"
#define SEED_BYTES 512 /* the pool of kernels before 5.18; later ones want less */

/* From <linux/random.h>, which musl-gcc has not everywhere. */
#ifndef RNDADDENTROPY
#define RNDADDENTROPY _IOW('R', 0x03, int[2])
#endif

/* As the kernel takes it: struct rand_pool_info with room for a seed. */
struct seed {
	int bits;
	int size;
	unsigned char bytes[SEED_BYTES];
};

static const char *path;

static int
complain(const char *what)
{
	(void)fprintf(stderr, "random-seed: %s: %s: %s\n", path, what, strerror(errno));
	return 1;
}

/* The directory of path, open; -1 with errno. */
static int
open_directory(void)
{
	char dir[4096];
	const char *slash = strrchr(path, '/');
	size_t len = slash ? (size_t)(slash - path) : 0;

	if (!slash)
		return open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (len >= sizeof dir) {
		errno = ENAMETOOLONG;
		return -1;
	}
	memcpy(dir, path, len);
	dir[len] = '\0';
	if (len && mkdir(dir, 0700) < 0 && errno != EEXIST)
		return -1;
	return open(len ? dir : "/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* Gone, and gone on the disk: else a crash brings it back. */
static bool
removed(void)
{
	int dir = open_directory();
	bool done = dir >= 0 && unlink(path) == 0 && fsync(dir) == 0;

	if (dir >= 0)
		(void)close(dir);	/* it was only read */
	return done;
}

/* Nobody but root has ever been able to read it. */
static bool
is_secret(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == 0 && !(st.st_mode & 077);
}

/* Into the pool, and counted if that is right. */
static int
feed(struct seed *seed, bool credit)
{
	int pool = open("/dev/urandom", O_RDWR | O_CLOEXEC);
	int failed = 0;

	if (pool < 0)
		return complain("/dev/urandom");
	if (write(pool, seed->bytes, (size_t)seed->size) != seed->size)
		failed = complain("cannot feed the kernel");
	seed->bits = seed->size * 8;
	if (credit && ioctl(pool, RNDADDENTROPY, seed) < 0)
		failed = complain("not credited");
	(void)close(pool);		/* nothing is pending in a character device */
	return failed;
}

/* Made anew each time, so that no mode and no link of an old file lives on.  While the kernel has
 * nothing good to give, an old seed is better than a new one. */
static int
save(void)
{
	unsigned char bytes[SEED_BYTES];
	int dir, fd, failed = 0;

	if (getrandom(bytes, sizeof bytes, GRND_NONBLOCK) != SEED_BYTES)
		return 0;
	dir = open_directory();
	if (dir < 0)
		return errno == EROFS || errno == ENOENT ? 0 : complain("cannot be made");
	if (unlink(path) < 0 && errno != ENOENT) {
		failed = errno == EROFS ? 0 : complain("cannot be replaced");
		goto out;
	}
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0) {
		failed = errno == EROFS ? 0 : complain("cannot be made");
		goto out;
	}
	if (write(fd, bytes, sizeof bytes) != SEED_BYTES || fsync(fd) < 0 || fsync(dir) < 0) {
		failed = complain("cannot be written");
		(void)unlink(path);	/* half a seed is none */
	}
	(void)close(fd);		/* fsync has told of errors */
out:
	(void)close(dir);		/* it was only read */
	return failed;
}

/* Then at once the next one is made, for a boot after a crash. */
static int
load(void)
{
	struct seed seed;
	ssize_t size = 0;
	bool secret = false;
	int failed = 0;
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0 && errno != ENOENT)
		failed = complain("cannot be read");
	if (fd >= 0) {
		secret = is_secret(fd);
		size = read(fd, seed.bytes, SEED_BYTES);
		if (size < 0)
			failed = complain("cannot be read");
		(void)close(fd);	/* it was only read */
	}
	if (size > 0) {
		seed.size = (int)size;
		if (feed(&seed, secret && removed()))
			failed = 1;
	}
	explicit_bzero(&seed, sizeof seed);
	return save() || failed;
}

int
main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--help") == 0) {
		(void)fputs(USAGE, stdout);
		return 0;
	}
	if (argc == 2 && strcmp(argv[1], "--version") == 0) {
		(void)puts("random-seed (rung) " RUNG_VERSION);
		return 0;
	}
	if (argc == 3) {
		path = argv[2];
		if (strcmp(argv[1], "load") == 0)
			return load();
		if (strcmp(argv[1], "save") == 0)
			return save();
	}
	(void)fputs(USAGE, stderr);
	return 1;
}
