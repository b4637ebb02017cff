import { afterEach, describe, expect, it } from 'vitest'
import { CATALOG } from '../../../src/engine/allocators/catalog.ts'
import type { Moment, Scenario, Source } from '../../../src/engine/session/index.ts'
import { LAST_STEP, openScenario } from '../../../src/state/index.ts'
import { questionOf } from '../../../src/state/predict/question.ts'
import type { Question } from '../../../src/state/predict/state.ts'
import { type TestLab, testLab, until } from '../../support/lab.ts'

const running: TestLab[] = []

afterEach(() => {
  for (const { lab } of running.splice(0)) lab.client.close()
})

const TRACE = [
  'a 0 100',
  'a 1 40',
  'a 2 200',
  'a 3 40',
  'f 0',
  'f 2',
  'a 4 90',
  'a 5 30',
  'r 1 300',
  'f 3',
  'f 4',
  'f 5',
  'f 1',
]

function traceOf(lines: readonly string[]): Source {
  return { kind: 'trace', name: 't.rep', text: `${lines.join('\n')}\n` }
}

/** What would be asked about each operation of a scenario, null where nothing is. */
async function questionsOf(
  source: Source,
  id: string,
  process: Scenario['process'] = {},
): Promise<{ readonly questions: readonly (Question | null)[]; readonly after: readonly Moment[] }> {
  const test = testLab()
  running.push(test)
  const { lab } = test
  await openScenario(lab, {
    title: '',
    source,
    allocator: { id, options: {} },
    process,
    run: { leaks: false },
  })
  await until(() => lab.store.getState().info?.complete === true)
  const family = CATALOG.find((spec) => spec.id === id)!.factory
  const at = (operation: number, step: number) =>
    lab.client.call('moment', {
      position: { operation, step },
      map: { from: 0, to: 2 ** 47, limit: 500 },
      listLimit: 100,
      inspect: null,
    })
  const questions: (Question | null)[] = []
  const after: Moment[] = []
  for (let i = 0; i < lab.store.getState().info!.done; i++) {
    after.push(await at(i, LAST_STEP))
    questions.push(questionOf(await at(i, 0), after[i]!, family))
  }
  return { questions, after }
}

const right = (question: Question | null | undefined) =>
  question?.choices.filter((choice) => choice.right).map(({ label }) => label) ?? []
const wrong = (question: Question | null | undefined, label: RegExp) =>
  question?.choices.find((choice) => label.test(choice.label))?.remark

describe('where a block will land', () => {
  it('is the first hole that is large enough under first fit, the smallest under best fit', async () => {
    const lines = ['a 0 200', 'a 1 40', 'a 2 100', 'a 3 40', 'f 0', 'f 2', 'a 4 90']
    const first = (await questionsOf(traceOf(lines), 'first-fit')).questions[6]
    expect(right(first)).toEqual([expect.stringContaining('224 bytes')])
    expect(first?.words).toBe('Where will the block of p[4] = malloc(90) land?')
    expect(first?.because).toContain('First fit has looked at 1 chunk. It takes the chunk at')
    expect(wrong(first, /128 bytes/)).toContain('large enough too, but the search ended before')
    const best = (await questionsOf(traceOf(lines), 'best-fit')).questions[6]
    expect(right(best)).toEqual([expect.stringContaining('128 bytes')])
    expect(wrong(best, /224 bytes/)).toContain('fits too, but the search prefers the other')
  })

  it('is beyond the break when no hole is large enough', async () => {
    const { questions } = await questionsOf(traceOf(['a 0 32', 'a 1 32', 'f 0', 'a 2 500']), 'first-fit')
    expect(right(questions[3])).toEqual(['New memory from the kernel'])
    expect(wrong(questions[3], /free chunk/)).toContain('too few')
  })

  it('tells of a chunk as it is on the map, though the search comes by again after it has grown', async () => {
    const lines = ['a 0 100', 'a 1 40', 'f 0', 'a 2 5000000']
    const { questions } = await questionsOf(traceOf(lines), 'kr')
    expect(right(questions[3])).toEqual(['New memory from the kernel'])
    expect(wrong(questions[3], /16,\d\d\d bytes/)).toContain('too few')
  })

  it('is nowhere when the kernel gives no more', async () => {
    const { questions } = await questionsOf(traceOf(['a 0 32', 'a 1 1000000']), 'first-fit', { wall: 4096 })
    expect(right(questions[1])).toEqual(['Nowhere: NULL'])
    expect(questions[1]?.outcome).toBeNull()
  })

  it('is where the block was, when realloc can keep it there', async () => {
    const { questions } = await questionsOf(traceOf(['a 0 100', 'r 0 200', 'a 1 8', 'r 0 9000']), 'first-fit')
    expect(right(questions[1])).toContain('It stays where it is')
    expect(right(questions[3])).toEqual(['New memory from the kernel'])
    expect(wrong(questions[3], /stays/)).toBe('The block moves, and its contents are copied.')
  })
})

describe('what becomes of a chunk that is freed', () => {
  it('merges with the neighbours that are free', async () => {
    const { questions } = await questionsOf(traceOf(TRACE), 'first-fit')
    expect(right(questions[4])).toEqual(['It stays alone: 128 bytes'])
    expect(right(questions[9])).toEqual(['It merges with the chunk before it: one of 240 bytes'])
    expect(right(questions[11])).toEqual(['It merges with both neighbours: one of 480 bytes'])
    expect(wrong(questions[9], /after it/)).toBe('The chunk after it is in use.')
  })

  it('asks for the list where there is one that can be read at a glance', async () => {
    const { questions, after } = await questionsOf(traceOf(TRACE), 'explicit-lifo')
    expect(questions[9]?.kind).toBe('list')
    const truth = questions[9]?.choices.find((choice) => choice.right)
    expect(truth?.entries).toEqual(after[9]!.list.map(({ chunk, size }) => ({ chunk, size })))
  })

  it('is not asked where nothing becomes of it, or the pointer is wrong', async () => {
    const bump = await questionsOf(traceOf(['a 0 32', 'f 0']), 'bump')
    expect(bump.questions.map((question) => question?.kind)).toEqual(['place', undefined])
    const twice = await questionsOf(traceOf(['a 0 32', 'f 0', 'f 0']), 'first-fit')
    expect(twice.questions[2]).toBeNull()
  })
})

describe('under every allocator', () => {
  it.each(CATALOG.map(({ id }) => id))('%s: each answer that counts is true of the bytes', async (id) => {
    const source: Source = id === 'ostep' ? { kind: 'ostep', args: '-n 12 -H 0 -s 0' } : traceOf(TRACE)
    const { questions, after } = await questionsOf(source, id)
    expect(questions.filter((question) => question !== null).length).toBeGreaterThan(4)
    for (const [i, question] of questions.entries()) {
      if (question === null) continue
      const { choices, outcome, kind } = question
      expect(choices.some((choice) => choice.right)).toBe(true)
      expect(choices.some((choice) => !choice.right)).toBe(true)
      const told = choices.map(({ label, entries }) => label + JSON.stringify(entries))
      expect(new Set(told).size).toBe(choices.length)
      if (kind !== 'place') expect(choices.length).toBeLessThanOrEqual(4)
      const { chunks } = after[i]!
      if (outcome !== null)
        expect([...chunks.address].filter((chunk) => chunk === outcome.from)).toEqual([outcome.from])
      expect(question.because).not.toBe('')
    }
  })
})

describe('a C program', () => {
  it('is asked about at its calls, in the words of its statements', async () => {
    const text = `#include <stdlib.h>
int main(void) {
  char *p = malloc(10);
  char *q = calloc(2, 20);
  free(p);
  q = realloc(q, 400);
  free(q);
  free(0);
  return 0;
}
`
    const source: Source = { kind: 'c', files: [{ name: 'main.c', text }], input: '' }
    const { questions } = await questionsOf(source, 'first-fit')
    expect(questions.flatMap((question) => question?.words ?? [])).toEqual([
      'Where will the block of p = malloc(10) land?',
      'Where will the block of q = calloc(2, 20) land?',
      'What becomes of the chunk with free(p)?',
      'Where will the block be after q = realloc(q, 400)?',
      'What becomes of the chunk with free(q)?',
    ])
  })
})
