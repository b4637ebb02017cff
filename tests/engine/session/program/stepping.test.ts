import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Session } from '../../../../src/engine/session/session.ts'
import { atLine, main, momentOf, program, ran, viewOf } from './support.ts'

const CALLS = ran(`
int twice(int x) {
  int y = 2 * x;
  return y;
}
int main(void) {
  int a = twice(1);
  int b = twice(a) + twice(3);
  return a + b;
}`)

/** The lines that a walk comes to, one after the other. */
function lines(session: Session, from: number, how: 'into' | 'over' | 'out' | 'call', backwards = false) {
  const found: number[] = []
  for (let at = session.walk(from, how, backwards); at >= 0; at = session.walk(at, how, backwards))
    found.push(viewOf(session, at, 0).at.line)
  return found
}

describe('stepping through calls', () => {
  it('goes into a call, line by line, and back the same way', () => {
    const forward = lines(CALLS, 0, 'into')
    expect(forward).toEqual([2, 3, 7, 2, 3, 2, 3, 8])
    const last = CALLS.info().done - 1
    expect(lines(CALLS, last, 'into', true)).toEqual([6, ...forward.slice(0, -1)].reverse())
  })

  it('goes over calls, both ways', () => {
    expect(lines(CALLS, 0, 'over')).toEqual([7, 8])
    expect(lines(CALLS, CALLS.info().done - 1, 'over', true)).toEqual([7, 6])
  })

  it('goes out of a call to the statement behind it, or back to the one that made it', () => {
    const inside = atLine(CALLS, 3)
    expect(viewOf(CALLS, CALLS.walk(inside, 'out', false), 0).at.line).toBe(7)
    expect(viewOf(CALLS, CALLS.walk(inside, 'out', true), 0).at.line).toBe(6)
    expect(CALLS.walk(CALLS.info().done - 1, 'out', false)).toBe(-1)
  })

  it('stops at every turn of a loop on one line, and at each part of its head', () => {
    const session = ran(main('  for (int i = 0; i < 2; i++) putchar(65 + i);'))
    const texts = Array.from({ length: session.info().done }, (_, i) => momentOf(session, i).call)
    const statements = texts.filter((text) => !text.startsWith('malloc'))
    expect(statements).toEqual([
      'i = 0',
      'i < 2',
      'putchar(65 + i);',
      'i++',
      'i < 2',
      'putchar(65 + i);',
      'i++',
      'i < 2',
      '}',
    ])
  })
})

describe('a statement that calls the allocator', () => {
  const session = ran(main('  char *p = malloc(100);\n  free(p);\n  return 0;'))

  it('is followed by the call as an operation of its own, with the steps of the allocator', () => {
    const calls = [0, 1, 2, 3, 4].map((operation) => momentOf(session, operation).call)
    expect(calls).toEqual(['p = malloc(100)', 'malloc(100)', 'free(p);', 'free(0x555555559010)', 'return 0;'])
    expect(momentOf(session, 1).stepList.map(({ kind }) => kind)).toEqual([
      'request',
      'fail',
      'grow',
      'mark',
      'return',
    ])
    expect(momentOf(session, 0).stepList.map(({ kind }) => kind)).toEqual(['statement'])
  })

  it('can be stopped in the middle of the call: the break has moved, p has no value yet', () => {
    const before = momentOf(session, 1, 2)
    const middle = momentOf(session, 1, 3)
    expect(before.programBreak).toBe(before.brkStart)
    expect(middle.programBreak).toBeGreaterThan(middle.brkStart)
    expect(middle.program!.at.line).toBe(5)
    expect(middle.program!.stack.map(({ function: name }) => name)).toEqual(['main'])
    expect(middle.program!.stack[0]!.variables[0]).not.toMatchObject({ target: 0x555555559010 })
    expect(momentOf(session, 2, 0).program!.stack[0]!.variables[0]).toMatchObject({
      name: 'p',
      target: 0x555555559010,
    })
  })

  it('knows the way from one call to the next, both ways', () => {
    expect(session.walk(0, 'call', false)).toBe(1)
    expect(session.walk(1, 'call', false)).toBe(3)
    expect(session.walk(3, 'call', true)).toBe(1)
    expect(session.find([{ kind: 'call', number: 2 }], -1, false)).toBe(3)
  })

  it('tells the whole chain of a free in words', () => {
    expect(momentOf(session, 3).step.sentence).toBe('free returns.')
    expect(momentOf(session, 1).step.sentence).toBe('malloc answers 0x555555559010.')
  })
})

describe('what a step says', () => {
  const session = ran(`
#include <unistd.h>
int total;
void nothing(void) {
}
int main(void) {
  char *p = sbrk(100);
  brk(p);
  nothing();
  total = 7;
  sbrk(1L << 40);
  return 0;
}`)
  const sentences = (line: number) => {
    const at = atLine(session, line)
    return [at, at + 1].flatMap((operation) =>
      momentOf(session, operation).stepList.map(({ sentence }) => sentence),
    )
  }

  it('of sbrk: how far the break moves, and the answer', () => {
    expect(sentences(6)).toEqual([
      'Line 6: p = sbrk(100).',
      'brk moves the break up by 100 bytes, from 0x555555559000 to 0x555555559064.',
      'sbrk answers 0x555555559000.',
    ])
  })

  it('of brk, downwards', () => {
    expect(sentences(7).slice(1)).toEqual([
      'brk moves the break down by 100 bytes, from 0x555555559064 to 0x555555559000: they go back to the kernel.',
      'brk answers 0.',
    ])
  })

  it('of a call that the kernel refuses', () => {
    expect(sentences(10)[1]).toBe(
      'sbrk answers (void *) -1 and sets errno to ENOMEM: Cannot allocate memory.',
    )
  })

  it('of a statement: what it writes, but not the return addresses of its calls', () => {
    expect(sentences(8)).toEqual(['Line 8: nothing().', 'Line 4: the end of the function.'])
    expect(sentences(9)[0]).toMatch(/^Line 9: total = 7\. It writes 4 bytes at 0x5555555\w+\.$/)
  })
})

describe('any moment, wherever one comes from', () => {
  const TEXTS = [
    main(`  char *kept[8] = {0};
  for (int i = 0; i < 24; i++) {
    free(kept[i % 8]);
    kept[i % 8] = malloc(16 + 24 * (i % 5));
    memset(kept[i % 8], 'a' + i, 16);
    printf("%d\\n", i);
  }
  return 0;`),
    `
#include <stdio.h>
#include <stdlib.h>
struct node { int value; struct node *next; };
static struct node *push(struct node *list, int value) {
  struct node *fresh = malloc(sizeof *fresh);
  fresh->value = value;
  fresh->next = list;
  return fresh;
}
static int sum(const struct node *list) { return list ? list->value + sum(list->next) : 0; }
int main(void) {
  struct node *list = NULL;
  for (int i = 0; i < 6; i++) list = push(list, i);
  printf("%d\\n", sum(list));
}`,
    `
#include <unistd.h>
#include <string.h>
static char *next;
void *malloc(size_t size) {
  char *p = next ? next : sbrk(0);
  next = p + ((size + 15) & ~15ul);
  return brk(next) == 0 ? p : 0;
}
void free(void *p) { (void)p; }
int main(void) {
  for (int i = 1; i < 9; i++) free(strcpy(malloc(i * 9), "text"));
  return 0;
}`,
  ]

  it.each(TEXTS.map((text, i) => [i, text] as const))('is the same in program %i', (_, text) => {
    const first = ran(text)
    const { done } = first.info()
    const inOrder = Array.from({ length: done }, (_, i) => JSON.stringify(momentOf(first, i)))
    const sparse = new Session(program(text), null, 0).runAll()
    fc.assert(
      fc.property(fc.array(fc.nat(done - 1), { maxLength: 30 }), (jumps) => {
        for (const jump of jumps) expect(JSON.stringify(momentOf(sparse, jump))).toBe(inOrder[jump])
      }),
      { seed: 12, numRuns: 8 },
    )
  })

  it('is the same before an operation as after the one in front of it', () => {
    const session = ran(TEXTS[1]!)
    for (let i = 1; i < session.info().done; i++) {
      const [after, before] = [momentOf(session, i - 1), momentOf(session, i, 0)]
      expect(before.programBreak).toBe(after.programBreak)
      expect([...before.chunks.address]).toEqual([...after.chunks.address])
      expect(before.program!.output).toEqual(after.program!.output)
    }
  })
})
