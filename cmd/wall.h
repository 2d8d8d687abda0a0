/*
 * wall.h - messages to the terminals of all who are logged in, by utmp; where it names nobody, by the sessions in /proc.
 *
 * Waiting:   wall_send() takes up to WALL_MS, however many terminals are stopped; call it in a child.
 * Safety:    only real terminals are written to: what utmp names is anybody's word.  Letters pass in
 *            UTF-8; what could drive a terminal is shown as ^X.
 */
#ifndef CMD_WALL_H
#define CMD_WALL_H

#include <stddef.h>
#include <sys/types.h>

#define WALL_MS 2000
#define WALL_GROWTH 2	/* a byte becomes as many at most */

/* Copy text of len bytes to out, which has room for WALL_GROWTH times as many, made harmless; return its length. */
size_t wall_clean(char *out, const char *text, size_t len);
/* Write text to all terminals, below a banner that names the user. */
void wall_send(uid_t user, const char *text);

#endif
