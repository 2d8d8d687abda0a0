/*
 * level.h - the runlevel machine: what is asked of init, and which children run because of it.
 *
 * Levels:     characters: 0 to 9 and S; # while the sysinit entries run, * while the boot entries run.
 * A change:   the level is set and recorded at once; the table's files are read by a helper; what does not
 *             belong to the level is stopped; when all of that is gone the start pass walks the list.
 *             All of it is state and deadlines: requests, events and deaths are served meanwhile.
 * Start pass: walks the list in order, stops at an entry that is waited for, and goes on when that ends.
 *             Entries that it has passed are restarted when they die; those behind it wait.
 * Errors:     none to handle; what goes wrong is logged and tried again, or the old state stays.
 */
#ifndef RUNG_LEVEL_H
#define RUNG_LEVEL_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "clock.h"
#include "inittab.h"

#define LEVEL_GRACE_KEEP ((uint32_t)-1)	/* the grace time of the request before */

/* The boot: chosen is the level that the kernel's command line names, or 0. */
void level_boot(int chosen, bool emergency, bool auto_boot, msec_t now);
/* Carry on with what an init before us left in the state and the table. */
void level_resume(msec_t now);
/* Nothing is known of what runs, until level_take_over(). */
#define LEVEL_UNKNOWN '?'
void level_set_unknown(void);
/* The level of a classic init whose table is in place; level_resume() follows.  booted: its boot entries have run. */
void level_take_over(int level, int runlevel, int previous, uint32_t grace_s, bool booted);

int level_current(void);
/* Have the boot entries run? */
bool level_is_booted(void);
/* Was init called with -a? */
bool level_is_auto_boot(void);

/* A request, by telinit(8)'s letter; grace in seconds. */
void level_request(int letter, uint32_t grace, msec_t now);
/* Grace time of requests that carry nothing else. */
void level_set_grace(uint32_t seconds);
/* An event: start the entries of this action that belong to the level. */
void level_fire(enum action a, msec_t now);
/* In level 0 or 6: killall5(8) has killed what was left; from now on the end is near. */
void level_killed(msec_t now);
/* Power: F failing, L low, O restored. */
void level_power(int status, msec_t now);
/* SIGPWR: find out which; SIGRTMIN+4: shut down. */
void level_ask_power(msec_t now);
void level_poweroff(msec_t now);
/* TSTP and CONT: between them init only reaps. */
void level_freeze(bool frozen, msec_t now);
bool level_is_frozen(void);
/* USR1 and USR2: is the request FIFO to be served? */
void level_set_fifo(bool open);
bool level_fifo_open(void);
/* Something appeared in /dev. */
void level_devices_changed(msec_t now);

/* A process has died; false: it was an orphan, and that is all.  death may stand in the state. */
bool level_bury(const siginfo_t *death, msec_t now);
/* Somebody has: is a process group that is being stopped empty now? */
void level_look_at_groups(msec_t now);

/* Do what is due, of the level and of all that has deadlines because of it. */
void level_run(msec_t now);
/* Start what the level wants and nothing holds back; go on to the next level when one is through. */
void level_step(msec_t now);
/* Did the level change, or something end that others waited for?  Asked once a turn. */
bool level_moved(void);
/* The earliest deadline, or 0; now: there is more to do at once. */
msec_t level_deadline(msec_t now);

#endif
