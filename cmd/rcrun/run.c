#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../xalloc.h"
#include "run.h"
#include "tree.h"

#define SECOND ((usec_t)1000000)
#define LINE_SIZE 256			/* of a first line, as much as the kernel reads */
#define GRACE (5 * SECOND)		/* TERM, then this long, then KILL */
#define GRACE_KILL (2 * SECOND)		/* KILL, then this long, then without it */
#define GRACE_INTERRUPT (2 * SECOND)	/* Ctrl-C, then this long, then TERM */
#define FORK_AGAIN (SECOND / 10)	/* no room for another process: try again */
/* Who computes?  A script that has just begun does; then it is looked at, the less often the longer it has been running. */
#define GLANCE (SECOND / 1000)
#define GLANCE_MAX (SECOND / 50)
#define RETRY_MAX (SECOND / 250)	/* from GLANCE on, another script tries to start */
#define GLANCE_WAITING (SECOND / 5)	/* who has been seen waiting is not looked at for so long */

enum stage { RUNS, TOLD_TO_END, KILLED };

/* A script that runs. */
struct script_run {
	size_t job;
	pid_t pid;
	int log;			/* -1: it has the console */
	char *needed;			/* names, for the journal */
	bool alone;
	bool moved;			/* the journal has, since its log was opened */
	usec_t began, notice;		/* 0: no notice any more */
	usec_t interrupted;		/* Ctrl-C was pressed; 0: it was not */
	usec_t stage_end;
	usec_t glance;			/* then look again, whether it computes */
	bool waits;
	enum stage stage;
	const char *because;		/* why it is being ended: a word for the journal */
	int status;			/* once it has ended */
	usec_t took;
};

static struct {
	struct run *run;
	struct phase *p;
	struct turns turns;
	struct script_run *running;
	size_t count;
	struct script_run *ended;	/* and not yet told of */
	size_t ended_count;
	usec_t retry, pause;		/* look again then, and after such a pause, whether another can start; 0: no need to */
} so;

static const int ours[] = { SIGINT, SIGTERM, SIGCHLD };
/* A terminal that hangs up, or nobody who listens, is no reason to end a boot halfway. */
static const int blocked[] = { SIGINT, SIGTERM, SIGCHLD, SIGQUIT, SIGTSTP, SIGHUP, SIGPIPE };
#define COUNT(array) (sizeof(array) / sizeof *(array))

static void
set_of(sigset_t *set, const int *list, size_t count)
{
	(void)sigemptyset(set);
	for (size_t i = 0; i < count; i++)
		(void)sigaddset(set, list[i]);
}

void
run_block_signals(void)
{
	sigset_t set;

	set_of(&set, blocked, COUNT(blocked));
	(void)sigprocmask(SIG_BLOCK, &set, NULL);
	/* One that is ignored would not be waited for, and children that are ignored leave no status. */
	for (size_t i = 0; i < COUNT(blocked); i++)
		(void)signal(blocked[i], SIG_DFL);
}

/* Where one of the first three descriptors is closed, what we open must not take its place. */
static void
hold_places(void)
{
	int fd;

	do {
		fd = open("/dev/null", O_RDWR);
		if (fd < 0)
			fd = open("/", O_RDONLY | O_DIRECTORY);
	} while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		(void)close(fd);
}

/*
 * What scripts have as input that run at once: a terminal, if we have one, for some look at that, but none that
 * could be read, for who would get the line?
 */
void
run_open_input(struct run *run)
{
	const char *terminal;

	hold_places();
	terminal = ttyname(STDIN_FILENO);
	run->input = terminal != NULL ? open(terminal, O_WRONLY | O_NOCTTY | O_CLOEXEC) : -1;
	if (run->input < 0)
		run->input = open("/dev/null", O_RDWR | O_CLOEXEC);
}

static void
sooner(usec_t *deadline, usec_t time)
{
	if (time != 0 && (*deadline == 0 || time < *deadline))
		*deadline = time;
}

/* ---- a script starts ---- */

static int
open_log(const struct job *j)
{
	int log;

	if (j->interactive)
		return -1;
	log = record_log(&so.run->record, j->name);
	/* Nowhere to keep it: it is shown at the end, and not before, for others write too. */
	return log >= 0 ? log : memfd_create("log", MFD_CLOEXEC);
}

static void
add_needed(size_t before, const struct graph_edge *e, void *arg)
{
	char *name = journal_escape(so.p->job[before].name), **list = arg;
	size_t have = *list != NULL ? strlen(*list) + 1 : 0;

	(void)e;
	*list = xrealloc(*list, have + strlen(name) + 1);
	if (have > 0)
		(*list)[have - 1] = ',';
	(void)strcpy(*list + have, name);
	free(name);
}

/* Whose end it was that let it begin, for the journal; what is stopped comes before what is started. */
static char *
freed_by(size_t job)
{
	size_t by = so.turns.freed_by[job];

	if (by != GRAPH_NONE)
		return journal_escape(so.p->job[by].name);
	return so.run->last != NULL ? journal_escape(so.run->last) : xstrdup("-");
}

/* Only returns, with errno, when it cannot. */
static void
execute(const struct job *j)
{
	const char *action = *so.p->action != '\0' ? so.p->action : NULL;

	if (!j->by_shell) {
		(void)execl(j->file != NULL ? j->file : j->path, j->path, action, (char *)NULL);
		if (errno != ENOEXEC)
			return;
	}
	/* one without an interpreter is the shell's */
	(void)execl("/bin/sh", "sh", j->path, action, (char *)NULL);
}

/* To the log: the kernel's word is about the interpreter, if there is one, and it takes a CR for a part of its name. */
static void
tell_why(const char *path, int error)
{
	char line[LINE_SIZE + 1], *name = line + 2;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	ssize_t n = fd >= 0 ? read(fd, line, LINE_SIZE) : -1;

	line[n > 0 ? n : 0] = '\0';
	line[strcspn(line, "\n")] = '\0';
	if (strncmp(line, "#!", 2) != 0 || access(path, X_OK) < 0) {
		(void)dprintf(STDERR_FILENO, "%s: %s\n", path, strerror(error));
		return;
	}
	name += strspn(name, " \t");
	(void)dprintf(STDERR_FILENO, "%s:1: interpreter \"%.*s\": %s%s\n", path, (int)strcspn(name, " \t\r"), name,
	    strerror(error), strchr(name, '\r') != NULL ? ": the line ends with CR LF" : "");
}

/* Names for the journal. */
struct birth {
	char *name, *link, *after;
};

/*
 * The child: from the engine's signals, descriptors and group to the script's.  The engine's memory may still be its
 * memory, too, and the engine waits until it is not: what it takes it gives back.
 */
static _Noreturn void
be_script(const struct job *j, const struct script_run *s, const struct birth *b)
{
	sigset_t none;
	int error;

	if (!s->alone) {
		(void)setpgid(0, 0);
		/* In the background they may write to the terminal and set it; who reads gets an error. */
		(void)signal(SIGTTOU, SIG_IGN);
		(void)signal(SIGTTIN, SIG_IGN);
		if (so.run->input >= 0)
			(void)dup2(so.run->input, STDIN_FILENO);
	}
	if (s->log >= 0) {
		(void)dup2(s->log, STDOUT_FILENO);
		(void)dup2(s->log, STDERR_FILENO);
	} else
		(void)dup2(so.run->console, STDOUT_FILENO);
	record_write(&so.run->record, "start %s %s %d %s %s", b->name, so.p->action, (int)getpid(), b->after, b->link);
	(void)sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
	execute(j);
	error = errno;
	tell_why(j->path, error);
	_exit(error == ENOENT ? 127 : 126);
}

/*
 * To copy our memory costs more than all else that we do for a script; but without a copy we stand still until the
 * script is executed.  So there is one if that may take long, or if a terminal could stop it before.
 */
static pid_t
be_born(const struct job *j, const struct script_run *s, const struct birth *b)
{
	pid_t pid = j->at_hand && !s->alone ? vfork() : fork();

	if (pid == 0)
		be_script(j, s, b);
	return pid;
}

/* Consoles are slow: whoever has waited for a script begins before its end is told. */
static void
tell_ended(void)
{
	for (size_t i = 0; i < so.ended_count; i++) {
		struct script_run *s = &so.ended[i];

		so.run->view->end(&(struct ending){ .job = &so.p->job[s->job], .action = so.p->action,
		    .status = s->status, .because = s->because, .took = s->took, .log = s->log,
		    .kept = so.run->record.path != NULL });
		if (s->log >= 0)
			(void)close(s->log);
		free(s->needed);
	}
	so.ended_count = 0;
}

/* False: there is no room for another process. */
static bool
start(size_t job)
{
	const struct job *j = &so.p->job[job];
	struct script_run s = { .job = job, .log = open_log(j), .began = record_now(),
	    .alone = j->interactive || so.run->level->order == ORDER_ONE };
	struct birth b = { journal_escape(j->name), journal_escape(j->link), freed_by(job) };

	if (s.alone) {
		tell_ended();
		so.run->view->start(j, so.p->action);
	}
	s.pid = be_born(j, &s, &b);
	free(b.name);
	free(b.link);
	free(b.after);
	if (s.pid < 0) {
		if (s.log >= 0)
			(void)close(s.log);
		return false;
	}
	if (!s.alone && !j->at_hand)
		(void)setpgid(s.pid, s.pid);	/* whoever is first */
	s.glance = s.began + GLANCE;
	s.notice = so.run->notice > 0 ? s.began + so.run->notice * SECOND : 0;
	turns_before(&so.turns, job, add_needed, &s.needed);
	so.running = xgrow(so.running, so.count, sizeof *so.running);
	so.running[so.count++] = s;
	return true;
}

/* ---- a script ends ---- */

static void
write_end(const struct script_run *s, int status, const struct rusage *usage)
{
	char *name = journal_escape(so.p->job[s->job].name);

	if (s->because != NULL)
		record_write(&so.run->record, "skip %s %s %s", name, so.p->action, s->because);
	record_write(&so.run->record, "end %s %s %d %d %lld %lld %ld %s", name, so.p->action, (int)s->pid, status,
	    (long long)(usage->ru_utime.tv_sec * SECOND + usage->ru_utime.tv_usec),
	    (long long)(usage->ru_stime.tv_sec * SECOND + usage->ru_stime.tv_usec), usage->ru_maxrss,
	    s->needed != NULL ? s->needed : "-");
	free(name);
}

/* In level S /run may have been mounted by this script, and others still write to where their logs were. */
static void
follow_journal(struct script_run *s)
{
	int dir = so.run->record.dir;

	if (strcmp(so.run->level->name, "S") != 0)
		return;
	record_move(&so.run->record);
	s->moved |= dir != so.run->record.dir;
	for (size_t i = 0; dir != so.run->record.dir && i < so.count; i++)
		so.running[i].moved = true;
	if (s->moved && s->log >= 0)
		record_keep_log(&so.run->record, so.p->job[s->job].name, s->log);
}

static void
end(size_t at, int status, const struct rusage *usage)
{
	struct script_run s = so.running[at];
	const struct job *j = &so.p->job[s.job];

	follow_journal(&s);
	if (s.because == NULL && s.interrupted != 0 && status > 128)
		s.because = "interrupted";
	s.status = status;
	s.took = record_now() - s.began;
	write_end(&s, status, usage);
	turns_end(&so.turns, s.job);
	so.running[at] = so.running[--so.count];
	so.ended = xgrow(so.ended, so.ended_count, sizeof *so.ended);
	so.ended[so.ended_count++] = s;
	free(so.run->last);
	so.run->last = xstrdup(j->name);
}

static size_t
place_of(pid_t pid)
{
	size_t i = 0;

	while (i < so.count && so.running[i].pid != pid)
		i++;
	return i;
}

/* All who have died.  One whom Ctrl-Z has stopped goes on: nobody could tell it to. */
static void
reap(void)
{
	struct rusage usage;
	int status;
	pid_t pid;

	while ((pid = wait4(-1, &status, WNOHANG | WUNTRACED, &usage)) > 0) {
		size_t at = place_of(pid);

		if (at == so.count)	/* it was left behind */
			continue;
		if (WIFSTOPPED(status))
			(void)kill(so.running[at].alone ? pid : -pid, SIGCONT);
		else
			end(at, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), &usage);
	}
}

/* ---- a script takes long ---- */

static const char *
hint(void)
{
	int terminal = open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY);

	if (terminal < 0)
		return "";
	(void)close(terminal);
	return "; Ctrl-C skips it";
}

static void
tell_to_end(struct script_run *s, const char *because, usec_t now)
{
	s->because = because;
	s->stage = TOLD_TO_END;
	s->stage_end = now + GRACE;
	tree_signal(s->pid, SIGTERM);
	tree_signal(s->pid, SIGCONT);
}

/* When its limit is; 0: never. */
static usec_t
limit_of(const struct script_run *s)
{
	unsigned limit = so.p->job[s->job].limit;

	return limit > 0 ? s->began + limit * SECOND : 0;
}

static bool
is_due(usec_t time, usec_t now)
{
	return time != 0 && time <= now;
}

static void
look_after(size_t at, usec_t now)
{
	struct script_run *s = &so.running[at];
	const char *name = so.p->job[s->job].name, *action = so.p->action;

	switch (s->stage) {
	case RUNS:
		if (is_due(s->notice, now)) {
			so.run->view->say("still waiting for %s %s after %lld s%s", name, action,
			    (long long)((now - s->began) / SECOND), hint());
			s->notice = 0;
		}
		if (is_due(limit_of(s), now)) {
			so.run->view->say("%s %s is not done within %u s; going on without it", name, action,
			    so.p->job[s->job].limit);
			tell_to_end(s, "timeout", now);
		} else if (s->interrupted != 0 && s->interrupted + GRACE_INTERRUPT <= now) {
			/* it had its chance to obey Ctrl-C by itself */
			so.run->view->say("%s %s did not heed Ctrl-C; going on without it", name, action);
			tell_to_end(s, "interrupted", now);
		}
		break;
	case TOLD_TO_END:
		if (s->stage_end <= now) {
			s->stage = KILLED;
			s->stage_end = now + GRACE_KILL;
			tree_signal(s->pid, SIGKILL);
		}
		break;
	case KILLED:
		if (s->stage_end <= now) {
			so.run->view->say("%s %s cannot be killed; leaving it behind", name, action);
			end(at, 128 + SIGKILL, &(struct rusage){ 0 });
		}
		break;
	}
}

/* The one that has been running longest, but for those that are interrupted. */
static struct script_run *
find_oldest(void)
{
	struct script_run *oldest = NULL;

	for (size_t i = 0; i < so.count; i++) {
		struct script_run *s = &so.running[i];

		if (s->interrupted == 0 && (oldest == NULL || s->began < oldest->began))
			oldest = s;
	}
	return oldest;
}

/* Ctrl-C: that one is meant, for it is shown; if it is alone, the terminal has told it. */
static void
interrupt(usec_t now)
{
	struct script_run *oldest = find_oldest();

	if (oldest == NULL)
		return;
	oldest->interrupted = now;
	if (!oldest->alone)
		(void)kill(-oldest->pid, SIGINT);
}

/* What runs alone is in our group, and gets the signal from whoever has sent it to us. */
static void
terminate(void)
{
	sigset_t term;

	for (size_t i = 0; i < so.count; i++)
		if (!so.running[i].alone) {
			(void)kill(-so.running[i].pid, SIGTERM);
			(void)kill(-so.running[i].pid, SIGCONT);
		}
	set_of(&term, &(int){ SIGTERM }, 1);
	(void)raise(SIGTERM);
	(void)sigprocmask(SIG_UNBLOCK, &term, NULL);
}

/* ---- whose turn it is ---- */

static void
glance_at(struct script_run *s, usec_t now)
{
	usec_t pause = (now - s->began) / 4;

	s->waits = tree_waits(s->pid);
	if (s->waits)
		pause = GLANCE_WAITING;
	else if (pause < GLANCE || pause > GLANCE_MAX)
		pause = pause < GLANCE ? GLANCE : GLANCE_MAX;
	s->glance = now + pause;
}

/* Fewer compute than may. */
static bool
has_processor(usec_t now)
{
	size_t computing = 0;

	/* What the whole machine computes is known at once; who of all that is ours is not. */
	if (so.count < so.run->jobs || tree_all_computing() < so.run->jobs)
		return true;
	for (size_t i = 0; i < so.count; i++) {
		struct script_run *s = &so.running[i];

		if (s->glance <= now)
			glance_at(s, now);
		computing += !s->waits;
	}
	return computing < so.run->jobs;
}

static bool
may_start(size_t job, usec_t now)
{
	if (so.count == 0)
		return true;
	if (so.running[0].alone || so.p->job[job].interactive)
		return false;
	if (has_processor(now)) {
		so.pause = 0;
		return true;
	}
	so.pause = so.pause == 0 ? GLANCE : so.pause < RETRY_MAX ? 2 * so.pause : so.pause;
	so.retry = now + so.pause;
	return false;
}

static void
cannot_start(size_t job)
{
	so.running = xgrow(so.running, so.count, sizeof *so.running);
	so.running[so.count++] = (struct script_run){ .job = job, .log = -1, .began = record_now() };
	so.run->view->say("%s: no room for another process", so.p->job[job].name);
	end(so.count - 1, 126, &(struct rusage){ 0 });
}

static void
start_some(usec_t now)
{
	size_t job;

	so.retry = 0;
	while ((job = turns_first(&so.turns)) != GRAPH_NONE && may_start(job, now)) {
		if (start(job)) {
			turns_take(&so.turns);
		} else if (so.count > 0) {
			so.retry = now + FORK_AGAIN;
			return;
		} else {
			turns_take(&so.turns);
			cannot_start(job);
		}
	}
}

/* ---- the loop ---- */

static usec_t
next_deadline(void)
{
	usec_t deadline = so.retry;

	for (size_t i = 0; i < so.count; i++) {
		const struct script_run *s = &so.running[i];

		if (s->stage == RUNS) {
			sooner(&deadline, s->notice);
			sooner(&deadline, limit_of(s));
			sooner(&deadline, s->interrupted != 0 ? s->interrupted + GRACE_INTERRUPT : 0);
		} else
			sooner(&deadline, s->stage_end);
	}
	return deadline;
}

static void
wait_for_something(usec_t deadline)
{
	usec_t now = record_now(), left = deadline > now ? deadline - now : 0;
	struct timespec t = { (time_t)(left / SECOND), (long)(left % SECOND * 1000) };
	sigset_t set;

	set_of(&set, ours, COUNT(ours));
	switch (sigtimedwait(&set, NULL, deadline != 0 ? &t : NULL)) {
	case SIGINT: interrupt(record_now()); break;
	case SIGTERM: terminate(); break;
	default: break;		/* whoever has died is looked for in any case */
	}
}

static void
tell_left_out(void)
{
	for (size_t i = 0; i < so.p->jobs; i++) {
		const struct job *j = &so.p->job[i];
		char *name = journal_escape(j->name);

		if (j->left_out != NULL)
			record_write(&so.run->record, "skip %s %s %s", name, so.p->action, j->left_out);
		free(name);
	}
}

void
run_phase(struct run *run, struct phase *p)
{
	so.run = run;
	so.p = p;
	tell_left_out();
	turns_begin(&so.turns, &p->graph, p->passes);
	for (;;) {
		usec_t now = record_now();

		for (size_t i = so.count; i-- > 0;)
			look_after(i, now);
		start_some(now);
		tell_ended();
		if (so.count == 0)
			break;
		if (find_oldest() != NULL)
			so.run->view->waiting(&so.p->job[find_oldest()->job], so.p->action);
		wait_for_something(next_deadline());
		reap();
	}
	turns_free(&so.turns);
}
