/*
 * want.h - which children the level wants: inittab(5), in five questions.
 *
 * They look at the live fields of the level and of the child, and at its line; they change nothing.
 */
#ifndef RUNG_WANT_H
#define RUNG_WANT_H

#include <stdbool.h>

#include "child.h"

/* Is this before the first real level: # or *? */
bool want_is_boot_phase(void);
/* Does c belong to the level? */
bool want_is_active(const struct child *c);
/* Should c run, if it does not? */
bool want_runs(const struct child *c);
/* Does the start pass stop at c? */
bool want_is_waited_for(const struct child *c);
/* Must c end, by the level that is now and by its line? */
bool want_is_doomed(const struct child *c);

#endif
