import { describe, expect, it } from 'vitest'
import type { LineBytes } from '../../../src/engine/session/index.ts'
import { Session } from '../../../src/engine/session/session.ts'
import { ran as ranTrace } from '../../support/scenarios.ts'
import { atLine, program, ran } from './program/support.ts'

const ALL = { firstLine: 1, count: 1000 }

/** `line: +allocated -freed (live)` of every line with a call. */
function told(session: Session, operations: number): string[] {
  const text = ({ file, line, allocations, allocated, frees, freed, live }: LineBytes) =>
    `${file}:${line} +${allocated}/${allocations} -${freed}/${frees} (${live})`
  return session.lineBytes({ operations, ...ALL }).map(text)
}

const LOOP = `
#include <stdlib.h>
#include <string.h>
int main(void) {
    char *p[3];
    for (int i = 0; i < 3; i++)
        p[i] = malloc(24);
    p[0] = realloc(p[0], 100);
    char *s = strdup("seven b");
    free(p[1]);
    free(s);
}
`

describe('bytes by line of a program', () => {
  it('are those of the calls that the line has made up to the moment', () => {
    const session = ran(LOOP)
    const end = session.info().done
    expect(told(session, end)).toEqual([
      'main.c:6 +72/3 -0/0 (24)',
      'main.c:7 +100/1 -24/1 (100)',
      'main.c:8 +8/1 -0/0 (0)',
      'main.c:9 +0/0 -24/1 (0)',
      'main.c:10 +0/0 -8/1 (0)',
    ])
    expect(told(session, 0)).toEqual([])
    expect(told(session, atLine(session, 7))).toEqual(['main.c:6 +72/3 -0/0 (72)'])
  })

  it('are the same whether one comes from before or from behind', () => {
    const forwards = ran(LOOP)
    const backwards = ran(LOOP)
    const moments = Array.from({ length: forwards.info().done + 1 }, (_, i) => i)
    const there = moments.map((operations) => told(forwards, operations))
    const back = moments.toReversed().map((operations) => told(backwards, operations))
    expect(back.toReversed()).toEqual(there)
  })

  it('tells what the C library allocates for itself apart', () => {
    const session = ran('#include <stdio.h>\nint main(void) { printf("a\\n"); }\n')
    expect(told(session, session.info().done)).toEqual([expect.stringMatching(/^:0 \+\d+\/1 -0\/0/)])
  })

  it('gives what the program’s own malloc answers to whoever called it', () => {
    const session = ran(`
#include <stddef.h>
#include <unistd.h>
void *malloc(size_t size) {
    return sbrk((size + 15) & ~15ul);
}
void free(void *p) { (void)p; }
int main(void) {
    char *p = malloc(40);
    free(p);
}
`)
    expect(told(session, session.info().done)).toEqual(['main.c:8 +40/1 -0/0 (0)', 'main.c:9 +0/0 -40/1 (0)'])
  })
})

describe('bytes by line of a trace', () => {
  const session = ranTrace(['a 0 100', '', 'a 1 50', 'f 0', 'r 1 80', 'f -1'])

  it('are those of its own operation, if that has run', () => {
    expect(told(session, 5)).toEqual([
      ':1 +100/1 -0/0 (0)',
      ':3 +50/1 -0/0 (0)',
      ':4 +0/0 -100/1 (0)',
      ':5 +80/1 -50/1 (80)',
    ])
    expect(told(session, 2)).toEqual([':1 +100/1 -0/0 (100)', ':3 +50/1 -0/0 (50)'])
  })

  it('are told for the lines that are asked for', () => {
    const lines = session.lineBytes({ operations: 5, firstLine: 3, count: 2 }).map(({ line }) => line)
    expect(lines).toEqual([3, 4])
  })
})

it('a program that does not compile has none', () => {
  const session = new Session(program('int main(void) { return x; }\n')).runAll()
  expect(() => session.lineBytes({ operations: 1, ...ALL })).toThrow('cannot be run')
})
