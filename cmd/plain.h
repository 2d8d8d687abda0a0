/*
 * plain.h - text without what drives terminals, for bootlogd and readbootlog; pure.
 *
 * Taken out are control characters but tab and newline, and the sequences that ESC begins, as ECMA-48
 * has them.  A newline ends any of them: what a program left unfinished costs no more than its line.
 * Bytes above 127 pass: they are letters in UTF-8.
 */
#ifndef CMD_PLAIN_H
#define CMD_PLAIN_H

#include <stdbool.h>

enum plain_state {
	PLAIN_TEXT,	/* zero: where it begins */
	PLAIN_ESCAPE,	/* behind ESC, and the bytes that a final one follows: ESC ( B */
	PLAIN_CONTROL,	/* behind ESC [, up to a letter or the like: colours, cursor */
	PLAIN_STRING,	/* behind ESC ] and its kin, up to BEL or ESC \: titles */
};

/* Is c, the next byte, one of the text? */
bool plain_keeps(enum plain_state *state, unsigned char c);

#endif
