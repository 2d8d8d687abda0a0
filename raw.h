/*
 * raw.h - system calls without libc: no errno, no thread, no cancellation.
 *
 * For code that shares init's memory and must not touch what libc keeps there (quick.h).  What the kernel takes and
 * gives is in syscall(2), "Architecture calling conventions".
 * Errors:   a negative errno, as the kernel returns it.  Where RAW_CALLS is 0 there are no such calls, only -ENOSYS.
 */
#ifndef RUNG_RAW_H
#define RUNG_RAW_H

#include <errno.h>
#include <sys/syscall.h>

#if defined(__x86_64__) && !defined(__ILP32__)
#define RAW_CALLS 1
static inline long
raw_call(long number, long a, long b, long c, long d)
{
	register long fourth __asm__("r10") = d;

	__asm__ volatile("syscall" : "+a"(number) : "D"(a), "S"(b), "d"(c), "r"(fourth) : "rcx", "r11", "memory");
	return number;
}
#elif defined(__aarch64__) && !defined(__ILP32__)
#define RAW_CALLS 1
static inline long
raw_call(long number, long a, long b, long c, long d)
{
	register long x8 __asm__("x8") = number, x0 __asm__("x0") = a, x1 __asm__("x1") = b, x2 __asm__("x2") = c,
	    x3 __asm__("x3") = d;

	__asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3) : "memory");
	return x0;
}
#elif defined(__riscv) && __riscv_xlen == 64
#define RAW_CALLS 1
static inline long
raw_call(long number, long a, long b, long c, long d)
{
	register long a7 __asm__("a7") = number, a0 __asm__("a0") = a, a1 __asm__("a1") = b, a2 __asm__("a2") = c,
	    a3 __asm__("a3") = d;

	__asm__ volatile("ecall" : "+r"(a0) : "r"(a7), "r"(a1), "r"(a2), "r"(a3) : "memory");
	return a0;
}
#else
#define RAW_CALLS 0
static inline long
raw_call(long number, long a, long b, long c, long d)
{
	(void)number, (void)a, (void)b, (void)c, (void)d;
	return -ENOSYS;
}
#endif

#endif
