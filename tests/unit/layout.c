#include <stddef.h>
#include <string.h>
#include <time.h>

#include "../../initctl.h"
#include "../../utmp.h"
#include "check.h"

#define AT(type, member, offset, size) do {					\
		check_row = #member;						\
		CHECK_INT(offsetof(type, member), offset);			\
		CHECK_INT(sizeof(((type *)0)->member), size);			\
	} while (0)

static void
request(void)
{
	CHECK_INT(sizeof(struct initctl_request), 384);
	AT(struct initctl_request, magic, 0, 4);
	AT(struct initctl_request, command, 4, 4);
	AT(struct initctl_request, runlevel, 8, 4);
	AT(struct initctl_request, sleeptime, 12, 4);
	AT(struct initctl_request, data, 16, 368);
	check_row = NULL;
	CHECK_INT(INITCTL_MAGIC, 0x03091969);
	CHECK_INT(INITCTL_RUNLVL, 1);
	CHECK_INT(INITCTL_POWERFAIL, 2);
	CHECK_INT(INITCTL_POWERFAILNOW, 3);
	CHECK_INT(INITCTL_POWEROK, 4);
	CHECK_INT(INITCTL_SETENV, 6);
}

static void
record(void)
{
	AT(struct utmp_record, type, 0, 2);
	AT(struct utmp_record, pid, 4, 4);
	AT(struct utmp_record, line, 8, 32);
	AT(struct utmp_record, id, 40, 4);
	AT(struct utmp_record, user, 44, 32);
	AT(struct utmp_record, host, 76, 256);
	AT(struct utmp_record, exit_termination, 332, 2);
	AT(struct utmp_record, exit_status, 334, 2);
#if UTMP_TIME32
	CHECK_INT(sizeof(struct utmp_record), 384);
	AT(struct utmp_record, session, 336, 4);
	AT(struct utmp_record, sec, 340, 4);
	AT(struct utmp_record, usec, 344, 4);
	AT(struct utmp_record, address, 348, 16);
#else
	CHECK_INT(sizeof(struct utmp_record), 400);
	AT(struct utmp_record, session, 336, 8);
	AT(struct utmp_record, sec, 344, 8);
	AT(struct utmp_record, usec, 352, 8);
	AT(struct utmp_record, address, 360, 16);
#endif
	check_row = NULL;
	CHECK_INT(UTMP_RUN_LVL, 1);
	CHECK_INT(UTMP_BOOT_TIME, 2);
	CHECK_INT(UTMP_INIT, 5);
	CHECK_INT(UTMP_LOGIN, 6);
	CHECK_INT(UTMP_USER, 7);
	CHECK_INT(UTMP_DEAD, 8);
}

static void
filled(void)
{
	struct utmp_record r;
	time_t before = time(NULL);

	memset(&r, 0xff, sizeof r);
	utmp_fill(&r, UTMP_INIT, "longer", 6, 42, "a-user", "tty1");
	CHECK_INT(r.type, 5);
	CHECK_INT(r.pid, 42);
	CHECK(memcmp(r.id, "long", 4) == 0);	/* four bytes, without a NUL */
	CHECK_TEXT(r.user, "a-user");
	CHECK_TEXT(r.line, "tty1");
	CHECK_INT(r.host[0], 0);
	CHECK_INT(r.exit_status, 0);
	CHECK(r.sec >= before && r.sec <= time(NULL));
	CHECK(r.usec < 1000000);
	utmp_fill(&r, UTMP_DEAD, "a", 1, 1, "0123456789012345678901234567890123456789",
	    "0123456789012345678901234567890123456789");
	CHECK(memcmp(r.id, "a\0\0\0", 4) == 0);
	CHECK(memcmp(r.user, "01234567890123456789012345678901", 32) == 0);
	CHECK(memcmp(r.line, "01234567890123456789012345678901", 32) == 0);
	CHECK_INT(r.host[0], 0);
}

void
suite_layout(void)
{
	test("layout: a request is the 384 bytes of initctl(5)", request);
	test("layout: a record is that of utmp(5)", record);
	test("layout: a record is filled, and cut to what it holds", filled);
}
