#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../xalloc.h"
#include "shown.h"

/* How many bytes the character at p has; 0: it is none, or must not be shown. */
static size_t
length_of(const unsigned char *p, size_t left)
{
	size_t len = p[0] < 0x80 ? 1 : p[0] >= 0xc2 && p[0] < 0xe0 ? 2 : p[0] >= 0xe0 && p[0] < 0xf0 ? 3 :
	    p[0] >= 0xf0 && p[0] < 0xf5 ? 4 : 0;
	uint32_t c;

	if (len == 0 || len > left)
		return 0;
	c = len == 1 ? p[0] : p[0] & (0x7fu >> len);
	for (size_t i = 1; i < len; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3f);
	}
	if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (len == 3 && c < 0x800) || (len == 4 && c < 0x10000))
		return 0;
	if ((c >= 0xd800 && c < 0xe000) || c > 0x10ffff || (c & 0xfffe) == 0xfffe)
		return 0;
	/* what turns the direction of a line around could make it say something else */
	if ((c >= 0x200e && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
		return 0;
	return len;
}

char *
shown_string(const char *text, size_t len)
{
	char *copy = xstrndup(text, len);

	for (size_t i = 0, n; i < len; i += n) {
		n = length_of((unsigned char *)copy + i, len - i);
		if (n == 0) {
			copy[i] = '?';
			n = 1;
		}
	}
	return copy;
}

char *
shown_name(const char *s, size_t len)
{
	char *name = journal_unescape(xstrndup(s, len));
	char *fit = shown_string(name, strlen(name));

	free(name);
	return fit;
}

void
shown_parse(struct journal *j, char *text, size_t len)
{
	size_t first = j->count;

	journal_parse(j, text, len);
	for (size_t i = first; i < j->count; i++)
		journal_each_string(&j->event[i], shown_string);
}

int
shown_read(struct journal *j, const char *path)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	char *text = NULL;
	size_t len = 0;
	struct stat st;
	ssize_t n = 0;
	int err = 0;

	if (fd < 0)
		return -errno;
	if (fstat(fd, &st) == 0 && S_ISFIFO(st.st_mode))
		(void)fcntl(fd, F_SETFL, 0);	/* to its end; opened without a wait, so that one nobody writes to is empty */
	else if (!S_ISREG(st.st_mode))
		err = S_ISDIR(st.st_mode) ? -EISDIR : -EINVAL;
	do {
		len += (size_t)n;
		text = xrealloc(text, len + 65536);
		n = err == 0 ? read(fd, text + len, 65536) : 0;
	} while (n > 0);
	if (n < 0)
		err = -errno;
	if (err == 0)
		shown_parse(j, text, len);
	free(text);
	(void)close(fd);
	return err;
}
