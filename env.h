/*
 * env.h - the environment of children: init's own, the variables set by SETENV requests, and those
 * that init sets (inittab(5), ENVIRONMENT).
 *
 * Memory:   init's own environment stays where exec put it; SETENV's is in the state file, apart, so
 *           that a variable can be removed also after an exec of init.
 */
#ifndef RUNG_ENV_H
#define RUNG_ENV_H

#include <stdbool.h>
#include <stddef.h>

#define ENV_PREFIX "INIT_"	/* SETENV takes no other names */

/* Called once; first: a boot, not an exec of init by init.  auto_boot: set AUTOBOOT=YES. */
void env_init(bool first, bool auto_boot);
/* Values of RUNLEVEL and PREVLEVEL from now on. */
void env_set_levels(int runlevel, int previous);
/* NAME=VALUE sets, NAME removes.  False: not allowed or no room. */
bool env_setenv(const char *string, size_t len);

/* Has a SETENV request set NAME=VALUE? */
bool env_is_set(const char *string);
/* Bytes that env_build() may need. */
size_t env_size(void);
/*
 * Write the environment for a child into memory of env_size() bytes; console is its CONSOLE.  What of it is not there
 * never changes.
 */
char **env_build(void *memory, const char *console);
/* Init's own and SETENV's alone, for an init that knows no other way to be told; memory as above. */
char **env_own(void *memory);
/* The value of a variable in a built environment, or NULL. */
const char *env_get(char *const *env, const char *name);

#endif
