/* The lines of a journal, and the boot that is made of them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../cmd/boot/boot.h"
#include "../../cmd/boot/shown.h"
#include "check.h"

#define KNOWN_TO 1000	/* when the boots of the tables are looked at */

static void
lines(void)
{
	static const struct {
		const char *text, *printed;
		size_t cut;
	} row[] = {
		{ "", "", 0 },
		{ "1 level S N\n2 done S\n", "1 level S N\n2 done S\n", 0 },
		{ "1 start a start 9 - S01a\n", "1 start a start 9 - S01a\n", 0 },
		{ "1 start a\\040b\\134 start 9 c\\054d S01a\n", "1 start a\\040b\\134 start 9 c\\054d S01a\n", 0 },
		{ "1 start \\055 start 9 - x\n", "1 start \\055 start 9 - x\n", 0 },
		{ "1 end a start 9 0 10 20 30 b,c\\054d\n", "1 end a start 9 0 10 20 30 b,c\\054d\n", 0 },
		/* what is not told at the end of a line */
		{ "1 end a start 9 0\n", "1 end a start 9 0 - - - -\n", 0 },
		{ "1 level 2\n", "1 level 2 -\n", 0 },
		{ "1 entry 1 respawn 9 /sbin/getty\\040tty1\n2 died 1 9 143\n",
			"1 entry 1 respawn 9 /sbin/getty\\040tty1\n2 died 1 9 143\n", 0 },
		{ "1 lost 17\n", "1 lost 17\n", 0 },
		/* cut short, or nobody's */
		{ "1 level 2 N\n2 don", "1 level 2 N\n", 1 },
		{ "1 level\n2 start a\n3 end a start 9\n4 entry - wait 9\n5 start \\000 start 9\n", "", 5 },
		{ "1 level two N\n1 end a start 9 x\n", "", 2 },
		/* of another program, and not even lines */
		{ "\n \nx level 2 N\n-1 level 2 N\n1 other 2\n99999999999999999999 level 2 N\n", "", 0 },
	};

	for (size_t i = 0; i < COUNT(row); i++) {
		char *text = strdup(row[i].text), *printed;
		struct journal j = { .count = 0 };
		size_t len;
		FILE *f = open_memstream(&printed, &len);

		check_row = row[i].text;
		journal_parse(&j, text, strlen(text));
		journal_print(&j, f);
		(void)fclose(f);
		CHECK_TEXT(printed, row[i].printed);
		CHECK_INT(j.cut, row[i].cut);
		journal_free(&j);
		free(printed);
		free(text);
	}
	check_row = NULL;
}

static void
names(void)
{
	static const struct { const char *name, *shown; } row[] = {
		{ "plain", "plain" },
		{ "a\\040b", "a b" },
		{ "a\\04", "a\\04" },
		{ "a\\012b", "a?b" },
		{ "\\303\\244", "\303\244" },
		{ "\\303", "?" },
		{ "\\342\\200\\256x", "???x" },	/* turns the line around */
		{ "\\355\\240\\200", "???" },	/* half a surrogate */
	};

	for (size_t i = 0; i < COUNT(row); i++) {
		char *shown = shown_name(row[i].name, strlen(row[i].name));
		char *name = strdup(row[i].name), *again = journal_escape(journal_unescape(name));

		check_row = row[i].name;
		CHECK_TEXT(shown, row[i].shown);
		/* there and back again is where it was */
		CHECK_TEXT(journal_unescape(again), name);
		free(name);
		free(again);
		free(shown);
	}
	check_row = NULL;
}

/* What a boot is made of journal's text: nothing of it is freed before forget(). */
static void
make(struct boot *b, const char *text, usec_t known_to)
{
	char *copy = strdup(text);

	*b = (struct boot){ .jobs = 0 };
	shown_parse(&b->journal, copy, strlen(copy));
	free(copy);
	boot_make(b, known_to);
}

static char *
string_freed(const char *text, size_t len)
{
	(void)len;
	free((char *)text);
	return NULL;
}

static void
forget(struct boot *b)
{
	for (size_t i = 0; i < b->jobs; i++) {
		bool stands = !b->job[i].script && b->job[i].action == NULL && b->job[i].command == NULL;

		if (stands)	/* for a run: its name is its own */
			free((char *)b->job[i].name);
		free(b->job[i].needed);
	}
	for (size_t i = 0; i < b->journal.count; i++)
		journal_each_string(&b->journal.event[i], string_freed);
	journal_free(&b->journal);
	free(b->job);
	free(b->run);
	free(b->path);
}

static void
put_name(FILE *f, const char *mark, const struct boot *b, size_t job)
{
	if (job != BOOT_NONE)
		(void)fprintf(f, "%s%s", mark, b->job[job].name);
}

/* "END[!] | JOB:START-END@READY<AFTER^PLACE=TOOK ... | PATH": ! is a boot that is not over, * a failure. */
static char *
picture(const struct boot *b)
{
	char *text;
	size_t len;
	FILE *f = open_memstream(&text, &len);

	(void)fprintf(f, "%lld%s |", (long long)b->end, b->over ? "" : "!");
	for (size_t i = 0; i < b->jobs; i++) {
		const struct boot_job *j = &b->job[i];

		(void)fprintf(f, " %s%s:%lld-", j->name, boot_failed(j) ? "*" : "", (long long)j->start);
		if (j->end >= 0)
			(void)fprintf(f, "%lld", (long long)j->end);
		if (j->script)
			(void)fprintf(f, "@%lld", (long long)j->ready);
		put_name(f, "<", b, j->after);
		put_name(f, "^", b, j->place);
		(void)fprintf(f, "=%lld", (long long)boot_took(b, i));
	}
	(void)fputs(" |", f);
	for (size_t i = 0; i < b->path_len; i++)
		put_name(f, " ", b, b->path[i]);
	(void)fclose(f);
	return text;
}

static void
boots(void)
{
	static const struct { const char *text, *wanted; } row[] = {
		{ "", "1000! | |" },
		/* scripts only: an entry stands for their run */
		{ "10 level 2 N\n20 start a start 1 - S01a\n50 end a start 1 0 - - 1 -\n60 start b start 2 a S02b\n"
		  "90 end b start 2 0 - - 1 a\n100 done 2\n",
		  "100 | a:20-50@10=30 b:60-90@50<a=30 level 2:10-100=30 | level 2 a b" },
		/* the level behind S ends it */
		{ "10 level S N\n20 done S\n30 level 2 N\n40 done 2\n50 level 3 2\n",
		  "40 | level S:10-20=10 level 2:30-40=10 | level S level 2" },
		/* init's events: an entry that waits, one that does not, and who is not waited for */
		{ "5 enter #\n10 entry si sysinit 7 /etc/init.d/rcS\n12 level S N\n20 start a start 8 - S01a\n"
		  "40 end a start 8 1 - - 1 -\n45 done S\n50 died si 7 0\n55 enter 2\n60 entry g respawn 9 getty\n"
		  "65 settled 2\n90 died g 9 0\n",
		  "65 | si:10-50=20 a*:20-40@12=20 g:60-90=5 | si a" },
		/* ready, and started 4 ms later: at the end of whom there was room */
		{ "0 level 2 N\n0 start a start 1 - a\n0 start b start 2 - b\n5000 end a start 1 0 - - 1 -\n"
		  "9000 end b start 2 0 - - 1 -\n9100 start c start 3 b c\n9200 end c start 3 0 - - 1 a\n9300 done 2\n",
		  "9300 | a:0-5000@0=5000 b:0-9000@0=9000 c:9100-9200@5000<b^b=100 level 2:0-9300=200 | level 2 b c" },
		/* left out, ended by us, not installed */
		{ "10 level 2 N\n11 skip r start running\n20 start t start 1 - t\n25 skip t start timeout\n"
		  "30 end t start 1 143 - - 1 -\n31 start n start 2 t n\n32 end n start 2 5 - - 1 -\n40 done 2\n",
		  "40 | r:11-11@11=0 t*:20-30@10=10 n:31-32@10<t=1 level 2:10-40=19 | level 2 t n" },
		/* it is still going on, or its end is lost */
		{ "10 level 2 N\n20 start a start 1 - a\n", "1000! | a:20-@10=980 level 2:10-=10 | level 2 a" },
		{ "20 end a start 1 0\n30 start b start 2 a b\n40 end b start 2 0 - - 1 a\n50 done 2\n",
		  "1000! | b:30-40@30=10 level ?:30-50=10 | level ? b" },
		/* behind its end nothing belongs to it */
		{ "10 level 2 N\n20 done 2\n30 level 3 2\n40 start a start 1 - a\n", "20 | level 2:10-20=10 | level 2" },
		/* lies: who ended later did not let it begin, nor did it itself */
		{ "10 level 2 N\n20 start a start 1 b a\n20 start b start 2 a b\n30 end a start 1 0 - - 1 b\n"
		  "30 end b start 2 0 - - 1 a,b\n40 done 2\n",
		  "40 | a:20-30@10=10 b:20-30@10=10 level 2:10-40=20 | level 2 b" },
	};

	for (size_t i = 0; i < COUNT(row); i++) {
		struct boot b;
		char *got;

		check_row = row[i].text;
		make(&b, row[i].text, KNOWN_TO);
		got = picture(&b);
		CHECK_TEXT(got, row[i].wanted);
		free(got);
		forget(&b);
	}
	check_row = NULL;
}

/* ---- any journal ---- */

static void
put_random_line(FILE *f)
{
	static const char *const name[] = { "a", "b", "c", "-", "a\\040b", "\\", "" };
	static const char *const action[] = { "start", "stop", "wait", "respawn", "-" };
	static const char level[] = "S2306#*-";
	unsigned time = fake_random(40) * 1000, word = fake_random(12);
	const char *who = name[fake_random(COUNT(name))], *other = name[fake_random(COUNT(name))];
	const char *what = action[fake_random(COUNT(action))];
	char at = level[fake_random(sizeof level - 1)];
	unsigned pid = fake_random(3);

	switch (word) {
	case 0: (void)fprintf(f, "%u level %c N\n", time, at); break;
	case 1: (void)fprintf(f, "%u done %c\n", time, at); break;
	case 2: (void)fprintf(f, "%u enter %c\n", time, at); break;
	case 3: (void)fprintf(f, "%u settled %c\n", time, at); break;
	case 4: (void)fprintf(f, "%u entry %s %s %u x\n", time, who, what, pid); break;
	case 5: (void)fprintf(f, "%u died %s %u %u\n", time, who, pid, fake_random(3)); break;
	case 6: (void)fprintf(f, "%u skip %s %s running\n", time, who, what); break;
	case 7: (void)fprintf(f, "%u boot x 1 h r\n", time); break;
	case 8: (void)fprintf(f, "%u exec\n%u crash 11", time, time); break;	/* cut */
	case 9: case 10: (void)fprintf(f, "%u start %s %s %u %s x\n", time, who, what, pid, other); break;
	default:
		(void)fprintf(f, "%u end %s %s %u %u 1 1 1 %s,%s\n", time, who, what, pid, fake_random(8), other, who);
		break;
	}
}

static void
check_job(const struct boot *b, size_t i)
{
	const struct boot_job *j = &b->job[i];

	CHECK(j->start <= b->end);
	CHECK(boot_took(b, i) >= 0 && boot_took(b, i) <= b->end - j->start);
	CHECK(!j->script || j->run < b->runs);
	CHECK(!j->script || j->skipped || (j->ready <= j->start && j->ready >= b->run[j->run].begin));
	CHECK(boot_cause(j) == BOOT_NONE || b->job[boot_cause(j)].end <= j->start);
	for (size_t n = 0; n < j->needed_count; n++)
		CHECK(b->job[j->needed[n]].end <= j->start);
}

static void
any_journal(void)
{
	for (unsigned round = 0; round < 2000; round++) {
		char *text;
		size_t len;
		FILE *f = open_memstream(&text, &len);
		struct boot b;
		unsigned count = fake_random(40);

		for (unsigned i = 0; i < count; i++)
			put_random_line(f);
		(void)fclose(f);
		check_row = text;
		make(&b, text, 40000);
		CHECK(b.end >= 0 && b.end <= 40000);
		for (size_t i = 0; i < b.jobs; i++)
			check_job(&b, i);
		/* each job is on the path once, behind what began before it */
		CHECK(b.path_len <= b.jobs);
		for (size_t i = 1; i < b.path_len; i++)
			CHECK(b.path[i] != b.path[i - 1] && b.job[b.path[i]].start >= b.job[b.path[i - 1]].start);
		forget(&b);
		free(text);
	}
	check_row = NULL;
}

void
suite_boot(void)
{
	test("journal: lines are read and written, and what is none is left out", lines);
	test("journal: names are what they were, and shown so that they do no harm", names);
	test("boot: what ran when, because of what, and the critical path", boots);
	test("boot: of any journal, there is a path without a loop, and no time is negative", any_journal);
}
