/*
 * descriptors.h - the numbers of those of init's descriptors that an exec of init may have to find again.
 *
 * 0 to 2 are /dev/null; all others have the number that the kernel gives them, and end with an exec.
 */
#ifndef RUNG_DESCRIPTORS_H
#define RUNG_DESCRIPTORS_H

enum {
	OWN_FD = 8,		/* the file that runs, O_PATH: reexec.h */
	STATE_FD = 9,		/* the state: state.h; initctl knows the number, too */
	REQUEST_FD = 10,	/* the request FIFO: request.h */
	CLASSIC_FD = 11,	/* the pipe of a classic init that hands over, whose number this is: classic.h */
};

#endif
