/*
 * request.h - the request FIFO: keeps it in its place, reads it, and calls level.c.
 *
 * Descriptor: REQUEST_FD, opened for reading and writing, so that there is always a reader and a writer and
 *             clients never wait; kept across an exec of init, with what nobody has read yet.
 * Robustness: what is no request is logged (once in a row) and dropped; if other bytes stand in front of a
 *             request, the request is found.  A FIFO that was removed, replaced or mounted over is made anew.
 */
#ifndef RUNG_REQUEST_H
#define RUNG_REQUEST_H

#include "clock.h"
#include "descriptors.h"

/* Is the FIFO in its place and open?  If not, make it so as far as that can be done now. */
void request_check(msec_t now);
/* The descriptor to wait for, or -1. */
int request_fd(void);
/* Read and obey requests, at most 64. */
void request_serve(msec_t now);
/* Obey what stands in the FIFO and close it; request_check() opens it again. */
void request_close(msec_t now);
/* After an exec of init: a request that was read and not done. */
void request_resume(msec_t now);

#endif
