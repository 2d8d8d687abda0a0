/*
 * notify.h - waiting for a program to say that it is ready, as sd_notify(3) does.
 *
 * The socket has an abstract name that the kernel chooses: it is there in a chroot too, and leaves no file.
 * Messages of root and of the program's user count, others' do not.
 */
#ifndef SSD_NOTIFY_H
#define SSD_NOTIFY_H

#include <stdbool.h>
#include <sys/types.h>

/* Open the socket and put NOTIFY_SOCKET into the environment.  Ends the program if it cannot. */
int notify_open(void);
/*
 * Wait for READY=1 and return; ends the program when the time is over, when the program says ERRNO=, when it
 * fails (pid is the process that was started), or when nothing is left of it that could be ready.
 */
void notify_await(int sock, pid_t pid, uid_t uid, int seconds, const char *program);

#endif
