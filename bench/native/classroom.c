/*
 * The classroom allocators again, in C: to compare addresses with, and to measure against.
 * One variant a build, chosen by macros (see bench/native/classroom.ts):
 *
 *   PLACEMENT  FIRST, NEXT or BEST
 *   TEXTBOOK   1: CS:APP 9.9 (4-byte tags, 8-byte alignment, prologue and epilogue, grows by 4096 at least)
 *              0: the course default (8-byte tags, 16-byte alignment, two bounds, grows by what is missing)
 *   LINKED     1: the free chunks in a doubly linked list, newest first (not with NEXT)
 *
 *   classroom FILE addresses    prints the offset of every block from the initial break (-1: NULL), then the break's
 *   classroom FILE time N       prints the nanoseconds per operation of the fastest of N runs
 *
 * FILE: two uint32 (operations, ids), then for each operation uint32 kind ('a', 'r' or 'f'), uint32 id, uint64 size.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#define FIRST 1
#define NEXT 2
#define BEST 3

#if TEXTBOOK
typedef uint32_t tag;
#define ALIGN 8
#else
typedef uint64_t tag;
#define ALIGN 16
#endif
#define T sizeof(tag)
#define ARENA (1ull << 36)

static char *arena, *brk_now, *start, *end, *rover, *head;

static tag *header(char *c) { return (tag *)c; }
static size_t size_of(char *c) { return *header(c) & ~(tag)7; }
static int used(char *c) { return *header(c) & 1; }
static char *before(char *c) { return c - (*(tag *)(c - T) & ~(tag)7); }
static int used_before(char *c) { return (TEXTBOOK || c > start) ? *(tag *)(c - T) & 1 : 1; }
static int used_behind(char *c) { return (TEXTBOOK || c < end) ? used(c) : 1; }
static char **next_of(char *c) { return (char **)(c + T); }
static char **previous_of(char *c) { return (char **)(c + T + 8); }

static void mark(char *c, size_t size, int in_use)
{
	*header(c) = size | in_use;
	*(tag *)(c + size - T) = size | in_use;
}

static void enter(char *c)
{
	if (!LINKED) return;
	*next_of(c) = head;
	*previous_of(c) = 0;
	if (head) *previous_of(head) = c;
	head = c;
}

static void leave(char *c)
{
	if (!LINKED) return;
	char *next = *next_of(c), *previous = *previous_of(c);
	if (previous) *next_of(previous) = next; else head = next;
	if (next) *previous_of(next) = previous;
}

/* Merges c, just marked free and on no list, with its free neighbours; leaves it on no list. */
static char *join(char *c)
{
	size_t size = size_of(c);
	char *behind = c + size;
	if (!used_before(c)) {
		c = before(c);
		size += size_of(c);
		leave(c);
	}
	if (!used_behind(behind)) {
		size += size_of(behind);
		leave(behind);
	}
	mark(c, size, 0);
	if (rover > c && rover < c + size) rover = c;
	return c;
}

static char *grow(size_t need)
{
	size_t more = need;
	if (TEXTBOOK) { if (more < 4096) more = 4096; }
	else if (end > start && !used_before(end)) more -= size_of(before(end));
	char *c = end;
	end += more;
	brk_now += more;
	if (TEXTBOOK) *header(end) = 1;
	mark(c, more, 0);
	return join(c);
}

static char *search(size_t need)
{
#if LINKED
	for (char *c = head; c; c = *next_of(c))
		if (size_of(c) >= need) return c;
	return 0;
#elif PLACEMENT == FIRST
	for (char *c = start; c < end; c += size_of(c))
		if (!used(c) && size_of(c) >= need) return c;
	return 0;
#elif PLACEMENT == NEXT
	char *from = rover >= start && rover < end ? rover : start;
	for (char *c = from; c < end; c += size_of(c))
		if (!used(c) && size_of(c) >= need) return rover = c;
	for (char *c = start; c < from; c += size_of(c))
		if (!used(c) && size_of(c) >= need) return rover = c;
	return 0;
#else
	char *best = 0;
	for (char *c = start; c < end; c += size_of(c))
		if (!used(c) && size_of(c) >= need && (!best || size_of(c) < size_of(best))) best = c;
	return best;
#endif
}

static size_t need_for(size_t size)
{
	size_t least = LINKED ? 2 * T + 16 : 2 * T + 1;
	size_t need = size + 2 * T > least ? size + 2 * T : least;
	return (need + ALIGN - 1) / ALIGN * ALIGN;
}

static void *allocate(size_t size)
{
	if (TEXTBOOK && size == 0) return 0;
	size_t need = need_for(size);
	char *c = search(need);
	if (c) leave(c);
	else c = grow(need);
	size_t left = size_of(c) - need;
	if (left >= need_for(0)) {
		mark(c, need, 1);
		mark(c + need, left, 0);
		enter(c + need);
	} else mark(c, need + left, 1);
#if PLACEMENT == NEXT && !TEXTBOOK
	rover = c + size_of(c);
#endif
	return c + T;
}

static void release(void *p)
{
	if (!p) return;
	char *c = (char *)p - T;
	mark(c, size_of(c), 0);
	enter(join(c));
}

static void *resize(void *p, size_t size)
{
	if (!p) return allocate(size);
	if (!size) { release(p); return 0; }
	void *q = allocate(size);
	size_t old = size_of((char *)p - T) - 2 * T;
	memcpy(q, p, old < size ? old : size);
	release(p);
	return q;
}

static void begin(void)
{
	head = rover = 0;
	start = end = arena + (TEXTBOOK ? 12 : ALIGN - T);
	brk_now = end;
	if (!TEXTBOOK) return;
	mark(arena + 4, 8, 1);
	*header(end) = 1;
	brk_now = end + T;
	grow(4096);
}

struct operation { uint32_t kind, id; uint64_t size; };

static void *perform(struct operation *o, void **pointers)
{
	void **p = &pointers[o->id];
	if (o->kind == 'f') { release(*p); return *p = 0; }
	return *p = o->kind == 'r' ? resize(*p, o->size) : allocate(o->size);
}

static double nanoseconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(int argc, char **argv)
{
	FILE *f = argc > 2 ? fopen(argv[1], "rb") : 0;
	uint32_t counts[2];
	if (!f || fread(counts, 4, 2, f) != 2) return 2;
	struct operation *operations = malloc(counts[0] * sizeof *operations);
	if (fread(operations, sizeof *operations, counts[0], f) != counts[0]) return 2;
	void **pointers = calloc(counts[1], sizeof *pointers);
	arena = mmap(0, ARENA, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (arena == MAP_FAILED) return 2;
	if (!strcmp(argv[2], "addresses")) {
		begin();
		for (uint32_t i = 0; i < counts[0]; i++) {
			char *p = perform(&operations[i], pointers);
			printf("%ld\n", p ? (long)(p - arena) : -1L);
		}
		printf("%ld\n", (long)(brk_now - arena));
		return 0;
	}
	double best = 1e300;
	for (int n = argc > 3 ? atoi(argv[3]) : 1; n > 0; n--) {
		memset(pointers, 0, counts[1] * sizeof *pointers);
		begin();
		double from = nanoseconds();
		for (uint32_t i = 0; i < counts[0]; i++) perform(&operations[i], pointers);
		double took = (nanoseconds() - from) / counts[0];
		if (took < best) best = took;
	}
	printf("%.1f\n", best);
	return 0;
}
