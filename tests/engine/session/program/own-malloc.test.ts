import { describe, expect, it } from 'vitest'
import { USED } from '../../../../src/engine/allocators/index.ts'
import { findings, momentOf, output, ran, type Setting, told } from './support.ts'

/** A malloc that hands out one piece of the break after the other; free does nothing. Lines 1 to 12. */
const BUMP = `#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <stddef.h>
void *malloc(size_t size) {
  return sbrk((size + 15) & ~15ul);
}
void free(void *p) { (void)p; }
void *calloc(size_t n, size_t size) { return memset(malloc(n * size), 0, n * size); }
void *realloc(void *p, size_t size) {
  return p ? memcpy(malloc(size), p, size) : malloc(size);
}
`

describe('a program with its own malloc', () => {
  const session = ran(`${BUMP}char *strdup(const char *);
int main(void) {
  char *a = malloc(10);
  char *s = strdup("copy");
  free(a);
  printf("%s\\n", s);
  return 0;
}`)

  it('is served by it, the library too', () => {
    expect(session.info().program!.hasOwnMalloc).toBe(true)
    expect(output(session)).toBe('copy\n')
    const calls = Array.from({ length: session.info().done }, (_, i) => momentOf(session, i).call)
    expect(calls.filter((call) => /^(sbrk|malloc|free)\(.*\)$/.test(call))).toEqual([
      'sbrk(16)',
      'sbrk(16)',
      'free(0x555555559000)',
      'sbrk(1024)',
    ])
  })

  it('has its blocks on the map, with the names of the pointers that they were assigned to', () => {
    const { chunks } = momentOf(session, session.info().done - 1)
    const blocks = [...chunks.names].flatMap((name, i) =>
      name === '' ? [] : [`${name} ${chunks.requested[i]}`],
    )
    expect(blocks).toEqual(['s 5', 'library 1024'])
    expect([...chunks.state].filter((state) => state === USED)).toHaveLength(2)
  })

  it('is asked to free what it gave', () => {
    expect(findings(session, 'leak').map(({ place }) => place!.line)).toEqual([16])
    expect(told(session)).toEqual([])
  })

  it('has its functions on the call stack while they run', () => {
    const inside = session.find([{ kind: 'line', file: 'main.c', line: 6 }], -1, false)
    expect(
      momentOf(session, inside, 0).program!.stack.map(({ function: name, line }) => `${name} ${line}`),
    ).toEqual(['malloc 6', 'main 15'])
  })
})

describe('wrong answers of a program’s own malloc', () => {
  /** A malloc whose answer is this expression, called twice (lines 9 and 10). */
  const answers = (expression: string, setting: Setting = {}) =>
    findings(
      ran(
        `#include <unistd.h>
#include <stddef.h>
static char *heap;
void *malloc(size_t size) {
  if (heap == NULL) heap = sbrk(4096);
  return ${expression};
}
int main(void) {
  char *a = malloc(32);
  char *b = malloc(32);
  return a == b ? 1 : 2;
}`,
        { run: { leaks: false }, ...setting },
      ),
    ).map(({ kind, place, beganPlace, message }) => ({
      kind,
      line: place!.line,
      began: beganPlace?.line,
      message,
    }))

  it('misaligned', () => {
    const [first] = answers('heap + 8')
    expect(first).toMatchObject({ kind: 'misaligned-pointer', line: 9 })
    expect(first!.message).toContain('malloc returns 0x555555559008 for 32 bytes, which is no multiple of 16')
  })

  it('of which 8 bytes are enough under ILP32', () => {
    expect(answers('heap += 40', { model: 'ilp32' })).toEqual([])
  })

  it('overlapping a live block', () => {
    expect(answers('heap += 16')).toMatchObject([
      {
        kind: 'overlapping-block',
        line: 10,
        began: 9,
        message: expect.stringContaining(
          'overlaps the block `a` (32 bytes, line 9): that one has not been freed.',
        ),
      },
    ])
  })

  it('reaching outside of the heap', () => {
    expect(answers('heap + 4080 - size + 32 * (size > 0)')[0]).toMatchObject({
      kind: 'wrong-answer',
      line: 9,
      message: expect.stringContaining('is not mapped: the block reaches outside of the heap'),
    })
  })

  it('NULL is none', () => {
    expect(answers('size > 100 ? heap : NULL')).toEqual([])
  })
})

describe('what a program’s own allocator does to its blocks', () => {
  it('a free that writes into a live neighbour is found at that free', () => {
    const session = ran(
      `${BUMP.replace('{ (void)p; }', '{ ((char *)p)[20] = 1; }')}int main(void) {
  char *a = malloc(16);
  char *b = memset(malloc(16), 1, 16);
  free(a);
  return b[4];
}`,
      { run: { leaks: false } },
    )
    expect(findings(session)).toMatchObject([
      { kind: 'wrong-answer', place: { line: 8 }, beganPlace: { line: 15 } },
    ])
    expect(findings(session)[0]!.message).toMatch(
      /^The program's free writes 1 byte at 0x\w+: byte 4 of the block `b`/,
    )
  })

  it('a double free is told with its first', () => {
    const session = ran(`${BUMP}int main(void) {
  char *a = malloc(16);
  free(a);
  free(a);
  return 0;
}`)
    expect(told(session)).toEqual(['double-free 16<-15'])
  })

  it('growing although a freed block would do is told once', () => {
    const session = ran(`${BUMP}int main(void) {
  for (int i = 0; i < 3; i++) free(malloc(32));
  return 0;
}`)
    expect(told(session)).toEqual(['unused-hole 14<-14'])
  })
})

it('a realloc that the program leaves out is the library’s, which does not know its blocks', () => {
  const session = ran(`
#include <stdlib.h>
#include <unistd.h>
void *malloc(size_t size) { return sbrk((size + 15) & ~15ul); }
int main(void) {
  char *a = malloc(8);
  a = realloc(a, 100);
  return 0;
}`)
  expect(told(session)).toEqual(['invalid-free 6<-5'])
  expect(findings(session)[0]!.message).toContain("the block came from the program's own malloc")
})

describe('malloc lab’s names', () => {
  it('mm_malloc is followed, and the driver keeps the lab’s malloc', () => {
    const session = ran(`
#include <stdlib.h>
void *mem_sbrk(int);
void *mm_malloc(size_t size) { return mem_sbrk((size + 7) & ~7ul); }
void mm_free(void *p) { (void)p; }
int main(void) {
  char **blocks = malloc(2 * sizeof *blocks);
  for (int i = 0; i < 2; i++) blocks[i] = mm_malloc(20);
  blocks[1][19] = 1;
  for (int i = 0; i < 2; i++) mm_free(blocks[i]);
  free(blocks);
  return 0;
}`)
    expect(session.info().program!.hasOwnMalloc).toBe(true)
    expect(told(session)).toEqual([])
    expect(findings(session, 'leak')).toEqual([])
  })

  it.each([
    ['that passes calls on', 'return malloc(size);', 'free(p);'],
    [
      'that keeps a header',
      'size_t *p = malloc(size + 16); *p = size; return p + 2;',
      'free((size_t *)p - 2);',
    ],
  ])('a layer over malloc %s is followed once', (_, give, take) => {
    const session = ran(`
#include <stdlib.h>
#include <string.h>
void *mm_malloc(size_t size) { ${give} }
void mm_free(void *p) { ${take} }
int main(void) {
  char *p = mm_malloc(20), *q = mm_malloc(20);
  memset(p, 1, 20);
  memset(q, 2, 20);
  mm_free(p);
  mm_free(q);
  return 0;
}`)
    expect(told(session)).toEqual([])
    expect(findings(session, 'leak')).toEqual([])
  })
})
