/*
 * reload.h - the table's files are read again, and what comes of it is put in force.
 *
 * Reading:  by a helper (reader.h), one at a time; a request that comes meanwhile has the files read once more, and
 *           waits for two readings at most.
 * Failure:  what has no answer in time, or cannot be read, leaves the table that there is, and what was asked is
 *           done on that one. Where no process can be made, reading is tried again until it works.
 * A class:  its entries (ondemand) start when the files have been read; if that takes longer than
 *           RELOAD_DEMAND_MS, those of the running table start first, and what is new in the files follows.
 */
#ifndef RUNG_RELOAD_H
#define RUNG_RELOAD_H

#include "clock.h"

#define RELOAD_DEMAND_MS 50

void reload_start(msec_t now);
/* The reader has ended: 0, or it has nothing to tell. */
void reload_finish(int answer, msec_t now);
/* The class of this letter is asked for; its entries start after the next reload_start(). */
void reload_demand(int letter);
/* Do what is due; the earliest deadline, or 0. */
void reload_run(msec_t now);
msec_t reload_deadline(void);

#endif
