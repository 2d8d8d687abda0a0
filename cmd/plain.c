#include <string.h>

#include "plain.h"

#define BEL 7
#define ESC 27
#define DEL 127

static enum plain_state
behind_escape(unsigned char c)
{
	if (c == '[')
		return PLAIN_CONTROL;
	if (c && strchr("]P^_X", c))
		return PLAIN_STRING;
	return c >= ' ' && c <= '/' ? PLAIN_ESCAPE : PLAIN_TEXT;
}

static bool
is_text(unsigned char c)
{
	return c == '\t' || c == '\n' || (c >= ' ' && c != DEL);
}

bool
plain_keeps(enum plain_state *state, unsigned char c)
{
	if (c == ESC || c == '\n') {
		*state = c == ESC ? PLAIN_ESCAPE : PLAIN_TEXT;
		return c == '\n';
	}
	switch (*state) {
	case PLAIN_TEXT: return is_text(c);
	case PLAIN_ESCAPE: *state = behind_escape(c); return false;
	case PLAIN_CONTROL:
		if (c >= '@' && c < DEL)
			*state = PLAIN_TEXT;
		return false;
	case PLAIN_STRING:
		if (c == BEL)
			*state = PLAIN_TEXT;
		return false;
	}
	return false;
}
