import type { Scenario } from '../engine/session/scenario.ts'
import { course, programOf } from './make.ts'

/** A small malloc in C with linked blocks. Each bug hunt changes a few of its lines. */
export const LISTING_M = `#include <stdint.h>
#include <string.h>
#include <unistd.h>

typedef struct block {
  size_t size;
  struct block *prev, *next;
  long used;
} block; /* 32 bytes, in front of what malloc gives */

block *first, *last;

/* b takes in the block after it */
static void join(block *b) {
  block *n = b->next;
  b->size += sizeof(block) + n->size;
  b->next = n->next;
  if (n->next)
    n->next->prev = b;
  else
    last = b;
}

/* keep n bytes of b, free the rest */
static void cut(block *b, size_t n) {
  if (b->size < n + sizeof(block) + 16)
    return;
  block *r = (block *)((char *)(b + 1) + n);
  r->size = b->size - n - sizeof(block);
  r->used = 0;
  r->prev = b;
  r->next = b->next;
  if (r->next)
    r->next->prev = r;
  else
    last = r;
  b->next = r;
  b->size = n;
}

void *malloc(size_t n) {
  if (n > PTRDIFF_MAX)
    return NULL;
  n = (n + 15) & ~(size_t)15;
  block *b = first;
  while (b && (b->used || b->size < n))
    b = b->next;
  if (b)
    cut(b, n);
  else {
    b = sbrk(sizeof(block) + n);
    if (b == (void *)-1)
      return NULL;
    b->size = n;
    b->prev = last;
    b->next = NULL;
    if (last)
      last->next = b;
    else
      first = b;
    last = b;
  }
  b->used = 1;
  return b + 1;
}

void free(void *p) {
  if (!p)
    return;
  block *b = (block *)p - 1;
  b->used = 0;
  if (b->next && !b->next->used)
    join(b);
  if (b->prev && !b->prev->used)
    join(b->prev);
}

void *realloc(void *p, size_t n) {
  if (!p)
    return malloc(n);
  block *b = (block *)p - 1;
  if (n <= b->size)
    return p;
  void *q = malloc(n);
  if (q) {
    memcpy(q, p, b->size);
    free(p);
  }
  return q;
}
`

/** A program on listing M, or on another text of it. Neither prints: a buffer of stdio would come from this malloc. */
export function onListingM(name: string, title: string, text: string, malloc = LISTING_M): Scenario {
  return programOf(title, { [`${name}.c`]: text, 'malloc.c': malloc }, course())
}
