/*
 * names.h - a list of names that owns copies of them.
 */
#ifndef CMD_RCRUN_NAMES_H
#define CMD_RCRUN_NAMES_H

#include <stdbool.h>
#include <stddef.h>

struct names {
	char **name;
	size_t count;
};

bool names_have(const struct names *n, const char *name);
void names_add(struct names *n, const char *name);
void names_drop(struct names *n, const char *name);
void names_free(struct names *n);

#endif
