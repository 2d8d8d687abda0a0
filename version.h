/*
 * version.h - what this is.
 *
 * RUNG_VERSION comes from the file VERSION by way of the Makefile.  CLASSIC_VERSION is the System V init
 * whose behaviour rung promises; scripts read it from INIT_VERSION and from init --version.
 */
#ifndef RUNG_VERSION_H
#define RUNG_VERSION_H

#define CLASSIC_VERSION "3.14"

#ifndef RUNG_VERSION
#define RUNG_VERSION "unknown"
#endif

#endif
