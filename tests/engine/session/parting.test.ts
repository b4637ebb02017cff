import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerParting, type CallColumns, NO_BLOCK, pathParting } from '../../../src/engine/parting.ts'
import type { Scenario } from '../../../src/engine/session/index.ts'
import { Session } from '../../../src/engine/session/session.ts'

/** Two holes, the first one larger than needed: first fit takes it, best fit the other. */
const HOLES = 'a 0 200\na 1 16\na 2 80\na 3 16\nf 0\nf 2\na 4 72\n'

function trace(text: string): Scenario['source'] {
  return { kind: 'trace', name: 'x.rep', text }
}

function program(body: string): Scenario['source'] {
  const text = `#include <stdlib.h>\n#include <stdint.h>\nint main(void) {\n${body}\n}\n`
  return { kind: 'c', files: [{ name: 'main.c', text }], input: '' }
}

function run(
  source: Scenario['source'],
  id: string,
  options: Scenario['allocator']['options'] = {},
): Session {
  const scenario = { title: '', source, allocator: { id, options }, process: {}, run: { leaks: false } }
  return new Session(scenario).runAll()
}

const ALL = 1 << 20
const both = (source: Scenario['source'], a: string, b: string) =>
  [run(source, a).calls(0, ALL), run(source, b).calls(0, ALL)] as const

describe('the calls of a run', () => {
  it('tell where each block lies from the start of the heap, and the size of the heap', () => {
    const { from, to, operation, asked, answer, heap } = run(trace(HOLES), 'first-fit').calls(0, ALL)
    expect([from, to]).toEqual([0, 7])
    expect([...operation]).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(asked[0]).toBe(200)
    expect(answer[4]).toBe(NO_BLOCK)
    expect(answer[6]).toBe(answer[0])
    expect(heap[3]).toBeGreaterThan(heap[0]!)
    expect(heap[6]).toBe(heap[3])
  })

  it('of a program are those of malloc and its kind, each with its operation', () => {
    const { answer, asked, operation } = run(
      program('char *p = malloc(24);\nfree(p);\nfree(malloc(7));'),
      'first-fit',
    ).calls(0, ALL)
    expect([...asked]).toEqual([24, -1, 7, -1])
    expect([...answer].map((at) => at === NO_BLOCK)).toEqual([false, true, false, true])
    expect(operation[1]).toBeGreaterThan(operation[0]!)
  })

  it('come in slices that together are the whole', () => {
    const session = run(trace(HOLES), 'best-fit')
    const whole = session.calls(0, ALL)
    const slices = [session.calls(0, 3), session.calls(3, 5), session.calls(5, 99)]
    expect(slices.flatMap(({ answer }) => [...answer])).toEqual([...whole.answer])
    expect(slices.map(({ to }) => to)).toEqual([3, 5, 7])
    expect(session.calls(7, 99).answer).toHaveLength(0)
  })
})

describe('two runs part', () => {
  it('at the first block that is placed elsewhere', () => {
    const [first, best] = both(trace(HOLES), 'first-fit', 'best-fit')
    const parting = answerParting(first, best)
    expect(parting).toMatchObject({ kind: 'answer', call: 6, operation: 6 })
    expect([parting?.first, parting?.second]).toEqual([first.answer[0], first.answer[2]])
    expect(pathParting(first, best)).toBeNull()
  })

  it('never, where both do the same', () => {
    const [first, again] = both(trace(HOLES), 'first-fit', 'first-fit')
    expect(answerParting(first, again)).toBeNull()
  })

  it('where one of them needs more heap', () => {
    const source = trace('a 0 64\n')
    const plain = run(source, 'first-fit').calls(0, ALL)
    const heap = plain.heap.map((bytes) => bytes + 4096)
    expect(answerParting(plain, { ...plain, heap })).toMatchObject({ kind: 'heap', call: 0 })
  })

  it('in their path, where a program looks at its pointers', () => {
    const looks = program(
      'char *a = malloc(200), *b = malloc(16), *c = malloc(80), *d = malloc(16);\nfree(a);\nfree(c);\nchar *e = malloc(72);\nif ((uintptr_t)e == (uintptr_t)a) free(malloc(1000));\nfree(b);\nfree(d);',
    )
    const [first, best] = both(looks, 'first-fit', 'best-fit')
    expect(answerParting(first, best)).toMatchObject({ kind: 'answer', call: 6 })
    expect(pathParting(first, best)).toMatchObject({ kind: 'path', call: 7 })
  })

  it('at the first difference of their columns, and by no other call', () => {
    const column = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(column, column, (a, b) => {
        const expected = a.findIndex((value, i) => i < b.length && value !== b[i])
        expect(answerParting(columns(a), columns(b))?.call ?? -1).toBe(expected)
      }),
      { seed: 4, numRuns: 200 },
    )
  })
})

function columns(answers: readonly number[]): CallColumns {
  const answer = Float64Array.from(answers)
  const same = new Float64Array(answers.length)
  return { from: 0, to: answers.length, operation: same, call: same, asked: same, answer, heap: same }
}
