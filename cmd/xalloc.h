/*
 * xalloc.h - memory for companion programs, which may give up: without it, they end with a message.
 */
#ifndef CMD_XALLOC_H
#define CMD_XALLOC_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline void *
xrealloc(void *old, size_t size)
{
	void *p = realloc(old, size > 0 ? size : 1);

	if (p == NULL) {
		(void)fputs("out of memory\n", stderr);
		exit(1);
	}
	return p;
}

static inline char *
xstrndup(const char *text, size_t len)
{
	char *copy = xrealloc(NULL, len + 1);

	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

static inline char *
xstrdup(const char *text)
{
	return xstrndup(text, strlen(text));
}

/* Room for one more behind count elements: the size doubles, so that n times of it cost n. */
static inline void *
xgrow(void *array, size_t count, size_t element)
{
	if ((count & (count - 1)) != 0)
		return array;
	return xrealloc(array, (count > 0 ? 2 * count : 1) * element);
}

#endif
