/*
 * ring.h - the last 32 KiB of a stream of bytes, for readers of different speed; pure.
 *
 * A place in the stream is the number of bytes before it.  A reader is such a place, and the caller's:
 * it takes what ring_peek() shows, and adds to its place what it has used.  One that is slower than
 * the ring is long loses the oldest bytes.
 */
#ifndef CMD_RING_H
#define CMD_RING_H

#include <stddef.h>
#include <stdint.h>

#define RING_SIZE 32768U

struct ring {
	char bytes[RING_SIZE];
	uint64_t end;	/* the place behind the last byte */
};

void ring_put(struct ring *r, const char *bytes, size_t len);
/* How many bytes are at *place, in one piece, and where; *place goes past what is lost. */
size_t ring_peek(const struct ring *r, uint64_t *place, const char **bytes);
/* How many bytes can be put before a reader at that place loses one. */
size_t ring_room(const struct ring *r, uint64_t place);

#endif
