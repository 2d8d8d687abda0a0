#include "ring.h"

void
ring_put(struct ring *r, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		r->bytes[r->end++ % RING_SIZE] = bytes[i];
}

size_t
ring_peek(const struct ring *r, uint64_t *place, const char **bytes)
{
	size_t start, len;

	if (r->end - *place > RING_SIZE)
		*place = r->end - RING_SIZE;
	start = *place % RING_SIZE;
	len = (size_t)(r->end - *place);
	*bytes = r->bytes + start;
	return len < RING_SIZE - start ? len : RING_SIZE - start;
}

size_t
ring_room(const struct ring *r, uint64_t place)
{
	uint64_t used = r->end - place;

	return used < RING_SIZE ? (size_t)(RING_SIZE - used) : 0;
}
