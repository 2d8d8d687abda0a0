/*
 * span.h - a piece of a text that somebody else owns: offset and length in bytes.
 */
#ifndef RUNG_SPAN_H
#define RUNG_SPAN_H

#include <stdint.h>

struct span {
	uint32_t at, len;
};

/* The end of a span: the offset behind its last byte. */
static inline uint32_t
span_end(struct span s)
{
	return s.at + s.len;
}

/* For "%.*s" in messages: the pair of arguments for a span of text. */
#define SPAN_ARG(text, s) (int)(s).len, (text) + (s).at

#endif
