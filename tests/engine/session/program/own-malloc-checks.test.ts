import { describe, expect, it } from 'vitest'
import { findings, lineOf, output, ran, type Text } from './support.ts'

/** What is told of a program, as `kind line`; the program is shown when the two differ. */
const toldOf = (text: Text, file = 'main.c') => {
  const session = ran(text, { run: { leaks: false } })
  expect(output(session)).toContain('done')
  return findings(session).map(({ kind, place, message }) => ({
    told: `${kind} ${place?.file === file ? place.line : `${place?.file} ${place?.line}`}`,
    message,
  }))
}

/** The malloc of a well-known book: a circular free list through headers of one unit. */
const BOOK = `#include <stdio.h>
#include <string.h>
#include <unistd.h>
typedef long Align;
union header {
  struct { union header *ptr; size_t size; } s;
  Align x[2];
};
typedef union header Header;
static Header base;
static Header *freep = NULL;
void free(void *ap) {
  Header *bp = (Header *)ap - 1, *p;
  for (p = freep; !(bp > p && bp < p->s.ptr); p = p->s.ptr)
    if (p >= p->s.ptr && (bp > p || bp < p->s.ptr)) break;
  if (bp + bp->s.size == p->s.ptr) {
    bp->s.size += p->s.ptr->s.size;
    bp->s.ptr = p->s.ptr->s.ptr;
  } else bp->s.ptr = p->s.ptr;
  if (p + p->s.size == bp) {
    p->s.size += bp->s.size;
    p->s.ptr = bp->s.ptr;
  } else p->s.ptr = bp;
  freep = p;
}
static Header *morecore(size_t units) {
  if (units < 64) units = 64;
  char *cp = sbrk(units * sizeof(Header));
  if (cp == (char *)-1) return NULL;
  Header *up = (Header *)cp;
  up->s.size = units;
  free(up + 1);
  return freep;
}
void *malloc(size_t nbytes) {
  Header *p, *prevp;
  size_t nunits = (nbytes + sizeof(Header) - 1) / sizeof(Header) + 1;
  if ((prevp = freep) == NULL) {
    base.s.ptr = freep = prevp = &base;
    base.s.size = 0;
  }
  for (p = prevp->s.ptr;; prevp = p, p = p->s.ptr) {
    if (p->s.size >= nunits) {
      if (p->s.size == nunits) prevp->s.ptr = p->s.ptr;
      else {
        p->s.size -= nunits;
        p += p->s.size;
        p->s.size = nunits;
      }
      freep = prevp;
      return p + 1;
    }
    if (p == freep && (p = morecore(nunits)) == NULL) return NULL;
  }
}
void print_free_list(void) {
  Header *p = freep;
  do {
    printf("%p: %zu units\\n", (void *)p, p->s.size);
    p = p->s.ptr;
  } while (p != freep);
}
`

/** An implicit list with boundary tags in the style of courses: macros over plain addresses, and a checker. */
const IMPLICIT = `#include <stdio.h>
#include <string.h>
#include <unistd.h>
#define WSIZE 8
#define DSIZE 16
#define GET(p) (*(size_t *)(p))
#define PUT(p, v) (*(size_t *)(p) = (v))
#define GET_SIZE(p) (GET(p) & ~0xfUL)
#define GET_ALLOC(p) (GET(p) & 1)
#define HDRP(bp) ((char *)(bp) - WSIZE)
#define FTRP(bp) ((char *)(bp) + GET_SIZE(HDRP(bp)) - DSIZE)
#define NEXT(bp) ((char *)(bp) + GET_SIZE(HDRP(bp)))
#define PREV(bp) ((char *)(bp) - GET_SIZE((char *)(bp) - DSIZE))
static char *heap_listp;
static char *coalesce(char *bp) {
  size_t before = GET_ALLOC(FTRP(PREV(bp))), after = GET_ALLOC(HDRP(NEXT(bp))), size = GET_SIZE(HDRP(bp));
  if (!after) size += GET_SIZE(HDRP(NEXT(bp)));
  if (!before) {
    size += GET_SIZE(HDRP(PREV(bp)));
    bp = PREV(bp);
  }
  PUT(HDRP(bp), size);
  PUT(FTRP(bp), size);
  return bp;
}
static char *extend_heap(size_t size) {
  char *bp = sbrk(size);
  PUT(HDRP(bp), size);
  PUT(FTRP(bp), size);
  PUT(HDRP(NEXT(bp)), 1);
  return coalesce(bp);
}
int mm_init(void) {
  heap_listp = sbrk(4 * WSIZE);
  PUT(heap_listp, 0);
  PUT(heap_listp + WSIZE, DSIZE | 1);
  PUT(heap_listp + 2 * WSIZE, DSIZE | 1);
  PUT(heap_listp + 3 * WSIZE, 1);
  heap_listp += DSIZE;
  extend_heap(512);
  return 0;
}
void *mm_malloc(size_t size) {
  size_t asize = (size + DSIZE + 15) & ~15ul;
  char *bp;
  for (bp = heap_listp; GET_SIZE(HDRP(bp)) > 0; bp = NEXT(bp))
    if (!GET_ALLOC(HDRP(bp)) && GET_SIZE(HDRP(bp)) >= asize) break;
  if (GET_SIZE(HDRP(bp)) == 0) bp = extend_heap(asize);
  size_t whole = GET_SIZE(HDRP(bp)), rest = whole - asize;
  if (rest < 32) asize = whole;
  PUT(HDRP(bp), asize | 1);
  PUT(FTRP(bp), asize | 1);
  if (asize < whole) {
    PUT(HDRP(NEXT(bp)), rest);
    PUT(FTRP(NEXT(bp)), rest);
  }
  return bp;
}
void mm_free(void *bp) {
  if (bp == NULL) return;
  PUT(HDRP(bp), GET_SIZE(HDRP(bp)));
  PUT(FTRP(bp), GET_SIZE(HDRP(bp)));
  coalesce(bp);
}
static void check_block(char *bp) {
  if (GET(HDRP(bp)) != GET(FTRP(bp))) printf("header does not match footer at %p\\n", (void *)bp);
}
int mm_check(void) {
  char *bp;
  for (bp = heap_listp; GET_SIZE(HDRP(bp)) > 0; bp = NEXT(bp)) {
    check_block(bp);
    printf("%zu%c ", GET_SIZE(HDRP(bp)), GET_ALLOC(HDRP(bp)) ? 'a' : 'f');
  }
  printf("\\n");
  return 1;
}
`

/** The allocator of tutorials: blocks in one list, each with a header; split and merge. Without includes. */
const BLOCKS = `static struct block *find_block(size_t size) {
  struct block *b = first;
  while (b && !(b->is_free && b->size >= size)) { last = b; b = b->next; }
  return b;
}
static void split(struct block *b, size_t size) {
  if (b->size < size + sizeof(struct block) + 16) return;
  struct block *rest = (struct block *)((char *)(b + 1) + size);
  rest->size = b->size - size - sizeof(struct block);
  rest->is_free = 1;
  rest->next = b->next;
  b->size = size;
  b->next = rest;
}
static void merge(struct block *b) {
  while (b->next && b->next->is_free) {
    b->size += sizeof(struct block) + b->next->size;
    b->next = b->next->next;
  }
}
void *malloc(size_t size) {
  size = (size + 15) & ~15ul;
  struct block *b = find_block(size);
  if (b == NULL) {
    b = sbrk(sizeof *b + size);
    if (b == (void *)-1) return NULL;
    b->size = size;
    b->next = NULL;
    if (first == NULL) first = b;
    else last->next = b;
  } else split(b, size);
  b->is_free = 0;
  return b + 1;
}
void free(void *p) {
  if (p == NULL) return;
  struct block *b = (struct block *)p - 1;
  b->is_free = 1;
  for (b = first; b; b = b->next)
    if (b->is_free) merge(b);
}
`
const STRUCT = `#include <stddef.h>
struct block { size_t size; struct block *next; int is_free; int pad[3]; };
`
const INCLUDES = '#include <stdio.h>\n#include <string.h>\n#include <unistd.h>\n'
const TUTORIAL = `${INCLUDES}${STRUCT}static struct block *first, *last;
${BLOCKS}void print_blocks(void) {
  for (struct block *b = first; b; b = b->next)
    printf("%p %zu %s\\n", (void *)b, b->size, b->is_free ? "free" : "used");
}
void dump(const void *from, size_t length) {
  const unsigned char *bytes = from;
  for (size_t i = 0; i < length; i++) printf("%02x ", bytes[i]);
}
`

/** A main that asks for blocks, frees one between two, and looks at the heap after each. */
const main = (look: string, malloc = 'malloc', free = 'free', init = '') => `int main(void) {
  ${init}
  char *a = ${malloc}(24), *b = ${malloc}(100), *c = ${malloc}(32);
  ${look}
  memset(a, 1, 24), memset(b, 2, 100), memset(c, 3, 32);
  ${free}(b);
  ${look}
  b = ${malloc}(16);
  ${look}
  ${free}(c), ${free}(a), ${free}(b);
  ${look}
  puts("done");
  return 0;
}
`

describe('an allocator of the program’s own may look at its headers outside of malloc and free', () => {
  it.each([
    ['a book’s free list', BOOK + main('print_free_list();')],
    ['an implicit list with a checker', IMPLICIT + main('mm_check();', 'mm_malloc', 'mm_free', 'mm_init();')],
    ['a tutorial’s list', TUTORIAL + main('print_blocks();')],
    [
      'the list gone through by main itself',
      TUTORIAL + main('for (struct block *p = first; p; p = p->next) printf("%zu\\n", p->size);'),
    ],
    ['the header behind a cast', TUTORIAL + main('printf("%zu\\n", ((struct block *)a - 1)->size);')],
    [
      'the size in front of a block',
      IMPLICIT + main('printf("%zu\\n", ((size_t *)c)[-1]);', 'mm_malloc', 'mm_free', 'mm_init();'),
    ],
    ['a dump of bytes from the first header on', TUTORIAL + main('dump(first, 64);')],
  ])('%s', (_, text) => {
    expect(toldOf(text)).toEqual([])
  })

  it.each([
    ['a variable', 'extern struct block *first;', 'first'],
    ['a function', 'struct block *first_block(void);', 'first_block()'],
  ])('in another file, which reaches the list by %s', (_, declaration, start) => {
    expect(
      toldOf({
        'block.h': STRUCT,
        'heap.c': `#include "block.h"\n#include <unistd.h>\nstruct block *first, *last;\n${BLOCKS}struct block *first_block(void) { return first; }\n`,
        'main.c': `${INCLUDES}#include "block.h"\n${declaration}
void dump(void) {
  for (struct block *b = ${start}; b; b = b->next) printf("%zu\\n", b->size);
}
${main('dump();')}`,
      }),
    ).toEqual([])
  })
})

describe('what the rest of a program with its own malloc does wrong is found', () => {
  const HEAPS: [string, string, string, string, string][] = [
    ['a book’s', BOOK, 'malloc', 'free', ''],
    ['an implicit list', IMPLICIT, 'mm_malloc', 'mm_free', 'mm_init();'],
    ['a tutorial’s', `${TUTORIAL}`, 'malloc', 'free', ''],
  ]
  const bug = (heap: (typeof HEAPS)[number], body: string) => {
    const [, text, malloc, free, init] = heap
    const body2 = body.replace(/malloc/g, malloc).replace(/free/g, free)
    const whole = `${text}int main(void) {\n  ${init}\n  char *a = ${malloc}(32), *b = ${malloc}(32);\n${body2}\n  puts("done");\n  return 0;\n}\n`
    const line = lineOf(whole, '/* here */')
    return { found: toldOf(whole), line }
  }

  it.each(HEAPS)('%s heap: a byte behind the end, written into the next header', (...heap) => {
    // The header of the block behind `a`; what breaks is put right again.
    const { found, line } = bug(heap, '  char keep = a[32]; a[32] = keep; /* here */')
    expect(found.map(({ told }) => told)).toContain(`overflow ${line}`)
    expect(found.find(({ told }) => told.startsWith('overflow'))!.message).toContain('just past its end')
  })

  it.each(HEAPS)('%s heap: a loop that reads one too many', (...heap) => {
    const { found, line } = bug(
      heap,
      '  int sum = 0;\n  memset(a, 0, 32);\n  for (int i = 0; i <= 32; i++)\n    sum += a[i]; /* here */\n  printf("%d", sum);',
    )
    expect(found.map(({ told }) => told)).toEqual([`overread ${line}`])
  })

  it.each(HEAPS)('%s heap: a use after free', (...heap) => {
    const { found, line } = bug(heap, '  memset(b, 1, 32);\n  free(b);\n  b[20] = 1; /* here */')
    expect(found.map(({ told }) => told)).toEqual([`use-after-free-write ${line}`])
  })

  it.each(HEAPS)('%s heap: a use after free in a function called', (...heap) => {
    const [name, text, ...rest] = heap
    const { found, line } = bug(
      [name, `${text}void fill(char *p) {\n  p[20] = 1; /* here */\n}\n`, ...rest],
      '  memset(b, 1, 32);\n  free(b);\n  fill(b);',
    )
    expect(found.map(({ told }) => told)).toEqual([`use-after-free-write ${line}`])
  })
})

it('a double free is found in a heap that bears it', () => {
  const text = `${TUTORIAL}int main(void) {
  char *a = malloc(32);
  free(a);
  free(a); /* here */
  print_blocks();
  puts("done");
  return 0;
}
`
  expect(toldOf(text).map(({ told }) => told)).toEqual([`double-free ${lineOf(text, '/* here */')}`])
})

it('nothing in the heap is measured from a variable', () => {
  const text = `${TUTORIAL}int main(void) {
  char *a = malloc(32);
  *(a - 8) = 0; /* here */
  puts("done");
  return 0;
}
`
  const found = toldOf(text)
  expect(found.map(({ told }) => told)).toEqual([`overflow ${lineOf(text, '/* here */')}`])
  expect(found[0]!.message).toContain('7 bytes before the start of the block `a` (32 bytes, ')
})
