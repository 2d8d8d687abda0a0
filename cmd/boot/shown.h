/*
 * shown.h - journals and names, as they can be shown: fit for a terminal and for XML.
 *
 * That is valid UTF-8 without control characters, and nothing that turns the direction of a line around; other bytes are
 * shown as question marks.
 * Ownership: what is returned is a copy, and belongs to whoever it is for; initctl ends soon, and frees none.
 */
#ifndef CMD_BOOT_SHOWN_H
#define CMD_BOOT_SHOWN_H

#include "../journal.h"

char *shown_string(const char *text, size_t len);
/* The same of a name that is written as in a journal. */
char *shown_name(const char *s, size_t len);
/* Add the lines of a text, which is used up. */
void shown_parse(struct journal *j, char *text, size_t len);
/* Add a file.  0 or -errno. */
int shown_read(struct journal *j, const char *path);

#endif
