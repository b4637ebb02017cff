import type { SourceFile } from '../source.ts'

/** How a malloc-lab solution is called. */
export interface DriverOptions {
  /** `bool mm_init(void)`: false is failure. Otherwise it is `int mm_init(…)`, and -1 is. */
  readonly initReturnsBool: boolean
  /** The functions are called malloc, free and realloc instead of mm_malloc and so on. */
  readonly hasPlainNames: boolean
}

const MOST_IDS = 65536
/** Beyond this many live blocks the driver tells overlaps by their damaged payloads only. */
const MOST_COMPARED = 512
/** Traces of at most this many operations are printed call by call. */
const MOST_SHOWN = 40

/**
 * A main for programs that have mm_init but none: it reads a trace from standard input (`a id size`, `r id size`,
 * `f id`; other lines are passed over), calls the solution, checks alignment, place, overlap and payloads, and prints
 * what went wrong with which operation, or PASS. Exit status 0 or 1.
 */
export function malloclabDriver({ initReturnsBool, hasPlainNames }: DriverOptions): SourceFile {
  const prefix = hasPlainNames ? '' : 'mm_'
  return {
    name: 'driver.c',
    text: String.raw`
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
void mem_init(void);
void *mem_heap_lo(void);
void *mem_heap_hi(void);
size_t mem_heapsize(void);
${initReturnsBool ? '_Bool' : 'int'} mm_init(void *);
void *${prefix}malloc(size_t);
void *${prefix}realloc(void *, size_t);
void ${prefix}free(void *);

#define ALIGNMENT 8

struct block {
  unsigned char *payload;
  size_t size;
};

struct operation {
  char kind;
  int id;
  size_t size;
};

static struct block blocks[${MOST_IDS}];
static int live[${MOST_COMPARED}], live_count;
static char output[1024], input[4096];
static size_t used, peak, largest_heap;
static long operations;
static int is_quiet;
/* Ranges of blocks, as one course's mm_init wants them. */
static void *ranges;

static int next_operation(struct operation *o) {
  char line[128];
  while (fgets(line, sizeof line, stdin)) {
    unsigned long size = 0;
    int fields = sscanf(line, " %c %d %lu", &o->kind, &o->id, &size);
    o->size = size;
    if (fields == 2 && o->kind == 'f') return 1;
    if (fields == 3 && (o->kind == 'a' || o->kind == 'r')) return 1;
  }
  return 0;
}

static int fail(const struct operation *o, const char *why) {
  if (o->kind == 'f') printf("FAIL operation %ld (f %d): %s\n", operations, o->id, why);
  else printf("FAIL operation %ld (%c %d %lu): %s\n", operations, o->kind, o->id, (unsigned long)o->size, why);
  return 0;
}

static unsigned char pattern(int id) { return id * 37 + 1; }

static int is_intact(const unsigned char *payload, size_t size, int id) {
  return size == 0 || (payload[0] == pattern(id) && memcmp(payload, payload + 1, size - 1) == 0);
}

static void forget(int id) {
  for (int i = 0; i < live_count && i < ${MOST_COMPARED}; i++)
    if (live[i] == id) live[i] = live[live_count - 1 < ${MOST_COMPARED} ? live_count - 1 : i];
  live_count--;
}

static int overlaps(const unsigned char *payload, size_t size, int id) {
  if (live_count > ${MOST_COMPARED}) return 0;
  for (int i = 0; i < live_count; i++) {
    const struct block *other = &blocks[live[i]];
    if (live[i] != id && payload < other->payload + other->size && other->payload < payload + size) return 1;
  }
  return 0;
}

static int check_place(const struct operation *o, const unsigned char *payload) {
  if (!payload) return fail(o, "returned NULL");
  if ((uintptr_t)payload % ALIGNMENT != 0) return fail(o, "the payload is not aligned to 8 bytes");
  if (mem_heapsize() > 0 && (payload < (unsigned char *)mem_heap_lo() ||
                             payload + o->size - 1 > (unsigned char *)mem_heap_hi()))
    return fail(o, "the payload lies outside the heap");
  if (overlaps(payload, o->size, o->id)) return fail(o, "the payload overlaps another block");
  return 1;
}

static void keep(const struct operation *o, unsigned char *payload) {
  struct block *b = &blocks[o->id];
  used += o->size - b->size;
  if (used > peak) peak = used;
  b->payload = payload;
  b->size = o->size;
  memset(payload, pattern(o->id), o->size);
  if (!is_quiet) printf("%c %d %lu: offset %ld\n", o->kind, o->id, (unsigned long)o->size,
                        mem_heapsize() > 0 ? (long)(payload - (unsigned char *)mem_heap_lo()) : 0L);
}

static int allocate(const struct operation *o) {
  unsigned char *payload = ${prefix}malloc(o->size);
  if (!check_place(o, payload)) return 0;
  if (live_count < ${MOST_COMPARED}) live[live_count] = o->id;
  live_count++;
  keep(o, payload);
  return 1;
}

static int reallocate(const struct operation *o) {
  struct block *b = &blocks[o->id];
  size_t kept = b->size < o->size ? b->size : o->size;
  unsigned char *payload;
  if (!b->payload) return allocate(o);
  payload = ${prefix}realloc(b->payload, o->size);
  if (!check_place(o, payload)) return 0;
  if (!is_intact(payload, kept, o->id)) return fail(o, "realloc did not keep the old payload");
  keep(o, payload);
  return 1;
}

static int release(const struct operation *o) {
  struct block *b = &blocks[o->id];
  if (!b->payload) return fail(o, "the trace frees a block that is not there");
  if (!is_intact(b->payload, b->size, o->id)) return fail(o, "the payload was changed by someone else");
  ${prefix}free(b->payload);
  if (!is_quiet) printf("f %d\n", o->id);
  used -= b->size;
  b->payload = 0;
  b->size = 0;
  forget(o->id);
  return 1;
}

static int run(const struct operation *o) {
  if (++operations == ${MOST_SHOWN + 1}) {
    is_quiet = 1;
    printf("...\n");
  }
  if (o->id < 0 || o->id >= ${MOST_IDS}) return fail(o, "the driver keeps blocks 0 to ${MOST_IDS - 1} only");
  if (o->kind == 'a') return allocate(o);
  return o->kind == 'r' ? reallocate(o) : release(o);
}

int main(void) {
  struct operation o;
  setvbuf(stdout, output, _IOLBF, sizeof output);
  setvbuf(stdin, input, _IOFBF, sizeof input);
  mem_init();
  if (${initReturnsBool ? '!mm_init(&ranges)' : 'mm_init(&ranges) < 0'}) {
    printf("FAIL mm_init\n");
    return 1;
  }
  while (next_operation(&o)) {
    if (!run(&o)) return 1;
    if (mem_heapsize() > largest_heap) largest_heap = mem_heapsize();
  }
  printf("PASS %ld operations", operations);
  if (largest_heap > 0)
    printf(", heap %lu bytes, utilization %lu%%", (unsigned long)largest_heap, (unsigned long)(100ULL * peak / largest_heap));
  printf("\n");
  return 0;
}
`,
  }
}
