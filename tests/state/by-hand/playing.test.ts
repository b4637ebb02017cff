import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/engine/session/index.ts'
import { actByHand, chooseBlock, playOnCopy, setStepwise } from '../../../src/state/actions/by-hand.ts'
import { lookAtEnd } from '../../../src/state/actions/hand-end.ts'
import { type HandAction, type HandBlock, textBytes } from '../../../src/state/by-hand/action.ts'
import { blocksOf, chosenBlock } from '../../../src/state/by-hand/state.ts'
import {
  openScenario,
  playFromScratch,
  redo,
  runFiles,
  setAllocator,
  setFileText,
  showHand,
  sourceText,
  startEditingProgram,
  undo,
} from '../../../src/state/index.ts'
import { type TestLab, testLab, until } from '../../support/lab.ts'
import { programOf } from '../../support/program-lab.ts'

const running: TestLab[] = []

afterEach(() => {
  for (const { lab } of running.splice(0)) lab.client.close()
})

/** A lab with a scenario that is played on by hand. */
async function playing(scenario?: Scenario): Promise<TestLab> {
  const test = testLab()
  running.push(test)
  if (scenario === undefined) await playFromScratch(test.lab)
  else {
    await openScenario(test.lab, scenario)
    showHand(test.lab)
  }
  await settled(test)
  await lookAtEnd(test.lab)
  return test
}

const stateOf = ({ lab }: TestLab) => lab.store.getState()
const settled = (test: TestLab) => until(() => !test.lab.waiting && stateOf(test).info?.complete === true)
const blocks = (test: TestLab) => blocksOf(stateOf(test).hand)
const named = (test: TestLab, name: string) => blocks(test).find((each) => each.name === name)!

/** The text that is open: of a program its first file. */
function textOf(test: TestLab): string {
  const { scenario } = stateOf(test)
  return scenario?.source.kind === 'c' ? scenario.source.files[0]!.text : (sourceText(scenario!) ?? '')
}

/** Does an action, and answers why it was not done. */
async function act(test: TestLab, action: HandAction): Promise<string | null> {
  await actByHand(test.lab, action)
  await settled(test)
  return stateOf(test).hand!.problem
}

const trace = (text: string, allocator = 'first-fit'): Scenario => ({
  title: 'A trace',
  source: { kind: 'trace', name: 'some.rep', text },
  allocator: { id: allocator, options: {} },
  process: {},
  run: {},
})

const MAIN = 'int main(void) {\n'
const BEGIN = `#include <stdlib.h>\n#include <string.h>\n\n${MAIN}`

describe('playing by hand on an empty program', () => {
  it('writes a statement for everything that is done', async () => {
    const test = await playing()
    await act(test, { kind: 'malloc', size: 100 })
    await act(test, { kind: 'calloc', count: 4, size: 16 })
    await act(test, { kind: 'fill', block: named(test, 'p1'), offset: 0, value: 65, length: 10 })
    await act(test, { kind: 'realloc', block: named(test, 'p2'), size: 200 })
    await act(test, { kind: 'free', block: named(test, 'p1') })
    expect(textOf(test)).toBe(
      `${BEGIN}  char *p1 = malloc(100);\n  char *p2 = calloc(4, 16);\n  memset(p1, 'A', 10);\n  p2 = realloc(p2, 200);\n  free(p1);\n  return 0;\n}\n`,
    )
    expect(blocks(test).map(({ name, state, requested }) => [name, state, requested])).toEqual([
      ['p1', 'freed', -1],
      ['p2', 'live', 200],
    ])
  })

  it('shows the first step of the call, or what came of it', async () => {
    const test = await playing()
    await act(test, { kind: 'malloc', size: 100 })
    expect(stateOf(test).moment).toMatchObject({ call: 'malloc(100)', position: { step: 1 } })
    setStepwise(test.lab, false)
    await act(test, { kind: 'free', block: named(test, 'p1') })
    const { moment } = stateOf(test)
    expect(moment?.call).toMatch(/^free\(0x/)
    expect(moment?.position.step).toBe(moment?.steps)
    await act(test, { kind: 'malloc', size: 500 })
    await act(test, { kind: 'fill', block: named(test, 'p2'), offset: 500, value: 66, length: 1 })
    expect(stateOf(test).moment?.call).toBe("p2[500] = 'B';")
    expect(stateOf(test).info?.findings.map(({ kind }) => kind)).toContain('overflow')
  })

  it('chooses the block that was made', async () => {
    const test = await playing()
    await act(test, { kind: 'malloc', size: 100 })
    expect(chosenBlock(stateOf(test).hand)?.name).toBe('p1')
    await act(test, { kind: 'malloc', size: 10 })
    expect(chosenBlock(stateOf(test).hand)?.name).toBe('p2')
    chooseBlock(test.lab, 'p1')
    expect(chosenBlock(stateOf(test).hand)?.requested).toBe(100)
  })

  it('lets one make mistakes, and says where they end', async () => {
    const test = await playing()
    await act(test, { kind: 'malloc', size: 24 })
    await act(test, { kind: 'malloc', size: 24 })
    await act(test, { kind: 'free', block: named(test, 'p1') })
    expect(
      await act(test, { kind: 'fill', block: named(test, 'p1'), offset: 0, value: 65, length: 24 }),
    ).toBeNull()
    const before = textOf(test)
    expect(
      await act(test, { kind: 'fill', block: named(test, 'p2'), offset: 2 ** 30, value: 1, length: 1 }),
    ).toBeNull()
    expect(await act(test, { kind: 'malloc', size: 1 })).toMatch(/^The process died.*SIGSEGV.*Undo/)
    await undo(test.lab)
    expect(textOf(test)).toBe(before)
    expect(await act(test, { kind: 'malloc', size: 1 })).toBeNull()
  })
})

describe('taking back', () => {
  it('goes through actions and edits alike, and does them again', async () => {
    const test = await playing()
    const empty = textOf(test)
    await act(test, { kind: 'malloc', size: 100 })
    const first = textOf(test)
    startEditingProgram(test.lab)
    setFileText(test.lab, 'main.c', first.replace('100', '101'))
    expect(await act(test, { kind: 'malloc', size: 1 })).toMatch(/^The editor holds changes/)
    await runFiles(test.lab)
    await settled(test)
    await lookAtEnd(test.lab)
    await act(test, { kind: 'free', block: named(test, 'p1') })
    const last = textOf(test)
    expect(last).toContain('malloc(101);\n  free(p1);')
    setAllocator(test.lab, 'best-fit')
    await settled(test)
    for (const text of [first.replace('100', '101'), first, empty, empty]) {
      await undo(test.lab)
      expect(textOf(test)).toBe(text)
    }
    expect(stateOf(test).scenario?.allocator.id).toBe('best-fit')
    for (let i = 0; i < 4; i++) await redo(test.lab)
    expect(textOf(test)).toBe(last)
  })

  it('means nothing for another scenario', async () => {
    const test = await playing()
    await act(test, { kind: 'malloc', size: 100 })
    await openScenario(test.lab, trace('a 0 8\n'))
    await undo(test.lab)
    expect(textOf(test)).toBe('a 0 8\n')
  })
})

describe('a program that somebody wrote', () => {
  const LIST = `#include <stdlib.h>
struct node { struct node *next; int value; };
static struct node *head;
char *table[3];
int main(int argc, char **argv) {
  head = malloc(sizeof *head);
  head->next = malloc(32);
  table[2] = malloc(48);
  char *lost = malloc(64);
  lost = NULL;
  { char *inner = malloc(80); }
  for (int i = 0; i < 2; i++) {
    char *p1 = malloc(8);
    free(p1);
  }
}
`
  it('has its blocks named by its own variables', async () => {
    const test = await playing(programOf({ 'main.c': LIST }))
    expect(blocks(test).map(({ name, type, requested }) => [name, type, requested])).toEqual([
      ['head', 'struct node *', 16],
      ['head->next', 'struct node *', 32],
      ['table[2]', 'char *', 48],
    ])
    await act(test, { kind: 'free', block: named(test, 'head->next') })
    await act(test, { kind: 'text', block: named(test, 'head'), offset: 8, text: 'Hi' })
    await act(test, { kind: 'malloc', size: 7 })
    expect(textOf(test)).toContain(
      '  }\n  free(head->next);\n  memcpy((char *)head + 8, "Hi", 2);\n  char *p2 = malloc(7);\n}\n',
    )
    expect(textOf(test)).toMatch(/^#include <stdlib.h>\n#include <string.h>\n/)
  })

  it.each([
    [
      'exit',
      '#include <stdlib.h>\nint main(void) {\n  exit(0);\n}\n',
      /ended on line 3 of main.c, before the end/,
    ],
    ['another return', 'int main(void) {\n  if (1) return 1;\n  return 0;\n}\n', /ended on line 2 of main.c/],
    ['waiting', '#include <stdio.h>\nint main(void) {\n  getchar();\n}\n', /waits for input/],
    ['abort', '#include <stdlib.h>\nint main(void) {\n  abort();\n}\n', /The process died.*SIGABRT/],
    ['errors', 'int main(void) {\n  x;\n}\n', /does not compile: main.c, line 2/],
  ])('is left alone where its end is not reached: %s', async (_, text, reason) => {
    const test = await playing(programOf({ 'main.c': text }))
    expect(await act(test, { kind: 'malloc', size: 1 })).toMatch(reason)
    expect(textOf(test)).toBe(text)
  })

  it('may bring a malloc of its own', async () => {
    const own = `#include <stddef.h>
#include <unistd.h>
void *malloc(size_t n) { size_t *b = sbrk(n + sizeof *b); *b = n; return b + 1; }
void free(void *p) {}
int main(void) {
  char *a = malloc(24);
  return 0;
}
`
    const test = await playing(programOf({ 'main.c': own }))
    await act(test, { kind: 'malloc', size: 40 })
    await act(test, { kind: 'free', block: named(test, 'a') })
    expect(textOf(test)).toBe(own.replace('  return 0', '  char *p1 = malloc(40);\n  free(a);\n  return 0'))
    expect(named(test, 'p1').requested).toBe(40)
  })

  it('is put back where it would not compile', async () => {
    const text = '#include <stdlib.h>\nint main(void) {\n  char *const p = malloc(8);\n  return 0;\n}\n'
    const test = await playing(programOf({ 'main.c': text }))
    expect(await act(test, { kind: 'realloc', block: named(test, 'p'), size: 1 })).toMatch(/does not compile/)
    expect(textOf(test)).toBe(text)
    expect(await act(test, { kind: 'free', block: named(test, 'p') })).toBeNull()
  })
})

describe('a trace', () => {
  it('is written on at its end', async () => {
    const test = await playing(trace('0\n3\n4\n1\na 0 100\na 1 50\na 2 20\nf 0\n'))
    expect(blocks(test).map(({ name }) => name)).toEqual(['p[1]', 'p[2]'])
    await act(test, { kind: 'malloc', size: 90 })
    await act(test, { kind: 'realloc', block: named(test, 'p[1]'), size: 500 })
    await act(test, { kind: 'fill', block: named(test, 'p[3]'), offset: 0, value: 65, length: 2 })
    await act(test, { kind: 'free', block: named(test, 'p[2]') })
    expect(textOf(test)).toBe('0\n4\n8\n1\na 0 100\na 1 50\na 2 20\nf 0\na 3 90\nr 1 500\nw 3 0 4141\nf 2\n')
    expect(stateOf(test).moment?.call).toBe('free(p[2])')
  })

  it('names no block whose id was used again', async () => {
    const test = await playing(trace('a 0 100\na 0 50\na 1 8\n'))
    expect(blocks(test).map(({ name }) => name)).toEqual(['p[1]'])
  })

  it('is left alone where it cannot be read', async () => {
    const test = await playing(trace('a 0 100\nzz\n'))
    expect(await act(test, { kind: 'malloc', size: 1 })).toMatch(/^Line 2 cannot be read/)
  })

  it('can be a copy of what has no text', async () => {
    const generated: Scenario = {
      ...trace(''),
      source: { kind: 'generator', shape: 'uniform', seed: 1, params: { operations: 20 } },
    }
    const test = await playing(generated)
    expect(stateOf(test).hand?.end).toMatchObject({ kind: 'closed', copy: true })
    const { total } = stateOf(test).info!
    expect(total).toBeGreaterThan(10)
    await playOnCopy(test.lab)
    await act(test, { kind: 'malloc', size: 1 })
    expect(stateOf(test).info?.total).toBe(total + 1)
    await undo(test.lab)
    await undo(test.lab)
    expect(stateOf(test).scenario).toEqual(generated)
  })
})

/** What a person might do: `pick` chooses among the blocks there are. */
const plays = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('malloc' as const), size: fc.integer({ min: 0, max: 300 }) }),
    fc.record({
      kind: fc.constant('calloc' as const),
      count: fc.integer({ min: 1, max: 9 }),
      size: fc.integer({ min: 1, max: 40 }),
    }),
    fc.record({
      kind: fc.constant('realloc' as const),
      pick: fc.nat(9),
      size: fc.integer({ min: 1, max: 300 }),
    }),
    fc.record({ kind: fc.constant('free' as const), pick: fc.nat(9) }),
    fc.record({
      kind: fc.constant('text' as const),
      pick: fc.nat(9),
      text: fc.string({ minLength: 1, maxLength: 8 }),
    }),
  ),
  { minLength: 3, maxLength: 8 },
)

describe('laws', () => {
  it.each([
    ['a program', undefined],
    ['a trace', trace('')],
  ])('what is appended to %s does what was asked, and can all be taken back', async (_, scenario) => {
    await fc.assert(
      fc.asyncProperty(plays, async (asked) => {
        const test = await playing(scenario)
        const start = textOf(test)
        let done = 0
        for (const play of asked) done += (await played(test, play)) ? 1 : 0
        const last = textOf(test)
        for (let i = 0; i < done; i++) await undo(test.lab)
        expect(textOf(test)).toBe(start)
        for (let i = 0; i < done; i++) await redo(test.lab)
        expect(textOf(test)).toBe(last)
        test.lab.client.close()
      }),
      { numRuns: 4, seed: 4 },
    )
  })
})

type Play = typeof plays extends fc.Arbitrary<(infer P)[]> ? P : never

/** Does it, if there is a block to do it to, and looks at what came of it. */
async function played(test: TestLab, play: Play): Promise<boolean> {
  const live = blocks(test).filter(({ state }) => state === 'live')
  const block = 'pick' in play ? live[play.pick % Math.max(1, live.length)] : undefined
  if ('pick' in play && block === undefined) return false
  if (play.kind === 'text' && textBytes(play.text).length > block!.requested) return false
  const before = live.map(({ name }) => name)
  const action = {
    ...play,
    ...(block === undefined ? {} : { block }),
    ...(play.kind === 'text' ? { offset: 0 } : {}),
  }
  expect(await act(test, action as HandAction)).toBeNull()
  await didIt(test, play, block, before)
  return true
}

async function didIt(test: TestLab, play: Play, block: HandBlock | undefined, before: readonly string[]) {
  const live = blocks(test).filter(({ state }) => state === 'live')
  const fresh = live.filter(({ name }) => !before.includes(name))
  if (play.kind === 'malloc') expect(fresh.map(({ requested }) => requested)).toEqual([play.size])
  if (play.kind === 'calloc')
    expect(fresh.map(({ requested }) => requested)).toEqual([play.count * play.size])
  const same = live.find(({ name }) => name === block?.name)
  if (play.kind === 'realloc') expect(same?.requested).toBe(play.size)
  if (play.kind === 'free') expect(same).toBeUndefined()
  if (play.kind !== 'text') return
  const { info } = stateOf(test)
  const { inspected } = await test.lab.client.call('moment', {
    position: { operation: info!.done - 1, step: 0 },
    map: { from: 0, to: 2 ** 47, limit: 100 },
    listLimit: 0,
    inspect: same!.address,
  })
  const from = inspected!.payload - inspected!.chunk
  const bytes = textBytes(play.text)
  const end = await test.lab.client.call('moment', {
    position: { operation: info!.done - 1, step: 99 },
    map: { from: 0, to: 2 ** 47, limit: 100 },
    listLimit: 0,
    inspect: same!.address,
  })
  const written = stateOf(test).scenario?.source.kind === 'c' ? inspected! : end.inspected!
  expect([...written.bytes.subarray(from, from + bytes.length)]).toEqual([...bytes])
}
