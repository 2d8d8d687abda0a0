/*
 * upgrade.h - telinit u: the new file is asked before it is executed.
 *
 * A helper runs it with --version under a deadline, its output piped.  One that names a state version
 * is rung: it is run again, with --check-state on a copy of the state, and must say UPGRADE_WORD.  One that says
 * only "SysV init version:" is the classic.  All else leaves init as it is, with one message.  The file is
 * opened once: what was asked is what is executed.
 */
#ifndef RUNG_UPGRADE_H
#define RUNG_UPGRADE_H

#include <stdbool.h>

#include "clock.h"

#define UPGRADE_WORD "rung-state ok"
#define UPGRADE_TIMEOUT_MS 5000

enum upgrade { UPGRADE_NONE, UPGRADE_RUNG, UPGRADE_CLASSIC };

/* Begin to ask; does nothing while that is going on already. */
void upgrade_ask(msec_t now);
/* The helper has ended with this answer. */
void upgrade_answered(int answer);
/* What is to be executed now, if anything. */
enum upgrade upgrade_ready(void);
/* The descriptor of the file that was asked. */
int upgrade_fd(void);
/*
 * The same by hand, where there is no loop: open the file; in a forked copy of init, which may wait, ask it.
 * UPGRADE_GOOD: it is rung and can carry on.  Else it has been said why not.
 */
bool upgrade_open(void);
#define UPGRADE_GOOD 0
int upgrade_examine(void *unused);
/* It was not executed after all, or it failed. */
void upgrade_drop(void);

/*
 * init --check-state FD: can this init carry on with the state in that file?  The first line of the answer is
 * for the init that asks; what stands in the others, entries and events, is for people.
 */
int upgrade_check_state(const char *fd_text);

#endif
