import { afterEach, describe, expect, it } from 'vitest'
import { CATALOG, findAllocator, resolveOptions } from '../../src/engine/allocators/catalog.ts'
import type { Scenario } from '../../src/engine/session/index.ts'
import { readRivals, rivalsText } from '../../src/state/compare-text.ts'
import {
  addRival,
  comparisonTable,
  contendersOf,
  downloadTable,
  firstParting,
  LAST_STEP,
  openScenario,
  partingOf,
  partingText,
  type Rival,
  removeRival,
  restartRival,
  seek,
  setAllocator,
  setRivalOption,
  setRivalStopped,
  share,
  showHand,
  showRivalFrom,
  start,
  startComparing,
  step,
  stopComparing,
  tableMarkdown,
  toggleComparing,
  toParting,
} from '../../src/state/index.ts'
import { localTransport } from '../../src/worker/local.ts'
import { type TestLab, testLab, until } from '../support/lab.ts'
import { labOver } from '../support/services.ts'

/** First fit takes the larger hole at the end, best fit the other. */
const HOLES = trace('a 0 200\na 1 16\na 2 80\na 3 16\nf 0\nf 2\na 4 72\n')
/** Goes on for longer where the last block lies in the first one's place. */
const LOOKS = program(`
  char *a = malloc(200), *b = malloc(16), *c = malloc(80), *d = malloc(16);
  free(a);
  free(c);
  char *e = malloc(72);
  if (e == a) free(malloc(1000));
  free(b);
  free(d);`)
const OWN = program('', 'void *malloc(size_t size) { return 0; }\nvoid free(void *p) {}\n')

function trace(text: string): Scenario {
  return scenarioOf({ kind: 'trace', name: 'x.rep', text })
}

function program(body: string, before = ''): Scenario {
  const text = `#include <stdlib.h>\n${before}int main(void) {${body}\n}\n`
  return scenarioOf({ kind: 'c', files: [{ name: 'main.c', text }], input: '' })
}

function scenarioOf(source: Scenario['source']): Scenario {
  return {
    title: 'Holes',
    source,
    allocator: { id: 'first-fit', options: {} },
    process: {},
    run: { leaks: false },
  }
}

const running: TestLab[] = []

afterEach(() => {
  for (const { lab } of running.splice(0)) {
    stopComparing(lab)
    lab.client.close()
  }
})

async function opened(scenario: Scenario): Promise<TestLab> {
  const test = testLab()
  running.push(test)
  await openScenario(test.lab, scenario)
  await until(() => stateOf(test).info?.complete === true)
  return test
}

const preset = (id: string) => ({ id, options: {} })
const stateOf = ({ lab }: TestLab) => lab.store.getState()
const rivals = (test: TestLab): readonly Rival[] => stateOf(test).comparison?.rivals ?? []
const rival = (test: TestLab, index = 0): Rival => rivals(test)[index]!
const allCompared = (test: TestLab) => () =>
  stateOf(test).comparison?.whole != null &&
  rivals(test).every(({ compared, moment, whole }) => compared.over && moment !== null && whole !== null)

/** The scenario beside these allocators, when everything is known of them. */
async function compared(scenario: Scenario, ...ids: string[]): Promise<TestLab> {
  const test = await opened(scenario)
  startComparing(test.lab, ids.map(preset))
  await until(allCompared(test))
  return test
}

/** Waits until all rivals stand beside the page's moment. */
async function inLockstep(test: TestLab): Promise<void> {
  await until(
    () =>
      !test.lab.waiting &&
      rivals(test).every(
        ({ moment }) => moment?.position.operation === stateOf(test).moment?.position.operation,
      ),
  )
}

describe('a comparison', () => {
  it('runs the workload under each allocator and finds where they part', async () => {
    const test = await compared(HOLES, 'best-fit', 'next-fit')
    const parting = firstParting(stateOf(test))
    expect(parting).toMatchObject({ kind: 'answer', operation: 6 })
    expect(partingText(parting!, 'First fit', 'Best fit')).toBe(
      'Operation 7: First fit answers heap + 16, Best fit heap + 272.',
    )
    expect(rival(test, 1).compared).toMatchObject({ answer: null, path: null, calls: 7 })
  })

  it('goes to where they part, all together', async () => {
    const test = await compared(HOLES, 'best-fit')
    seek(test.lab, { operation: 2, step: LAST_STEP })
    await inLockstep(test)
    expect(rival(test).moment).toMatchObject({ call: stateOf(test).moment?.call })
    toParting(test.lab)
    await inLockstep(test)
    expect(stateOf(test).position.operation).toBe(6)
    const [own, its] = [stateOf(test).moment!, rival(test).moment!]
    expect(its.position.step).toBe(its.steps)
    expect(own.step.chunk - own.brkStart).not.toBe(its.step.chunk - its.brkStart)
  })

  it('steps within an operation together', async () => {
    const test = await compared(HOLES, 'best-fit')
    seek(test.lab, { operation: 6, step: 1 })
    await until(() => rival(test).moment?.position.step === 1)
    step(test.lab, 1)
    await until(() => rival(test).moment?.position.step === 2)
    expect(stateOf(test).moment?.position).toEqual({ operation: 6, step: 2 })
  })

  it('scrolls each map by itself', async () => {
    const test = await compared(HOLES, 'best-fit')
    const from = rival(test).moment!.chunks.address[2]!
    showRivalFrom(test.lab, rival(test).key, from)
    await until(() => rival(test).moment?.chunks.address[0] === from)
    expect(stateOf(test).view.mapFrom).toBe(0)
  })

  it('takes at most three more, with options, and lets them go', async () => {
    const test = await opened(HOLES)
    startComparing(test.lab)
    for (const id of ['best-fit', 'kr', 'bump', 'buddy']) addRival(test.lab, id)
    expect(rivals(test).map(({ allocator }) => allocator.id)).toEqual(['best-fit', 'kr', 'bump'])
    removeRival(test.lab, rival(test, 1).key)
    setRivalOption(test.lab, rival(test).key, 'placement', 'first')
    await until(allCompared(test))
    expect(rival(test).compared.answer).toBeNull()
    expect(rival(test).allocator.options).toEqual({ placement: 'first' })
    setRivalOption(test.lab, rival(test).key, 'placement', 'best')
    expect(rival(test).allocator.options).toEqual({})
    toggleComparing(test.lab)
    expect(stateOf(test).comparison).toBeNull()
    expect(test.lab.rivals.size).toBe(0)
  })

  it('keeps its runs when only the page chooses another allocator', async () => {
    const test = await compared(HOLES, 'best-fit')
    const { client } = test.lab.rivals.get(rival(test).key)!
    setAllocator(test.lab, 'best-fit')
    await until(() => firstParting(stateOf(test)) === null && allCompared(test)())
    expect(test.lab.rivals.get(rival(test).key)!.client).toBe(client)
  })

  it('runs another scenario under the same allocators', async () => {
    const test = await compared(HOLES, 'best-fit')
    await openScenario(test.lab, trace('a 0 8\n'))
    await until(allCompared(test))
    expect(rival(test).info?.total).toBe(1)
    expect(firstParting(stateOf(test))).toBeNull()
  })

  it('gives way to playing by hand, which is about one heap', async () => {
    const test = await compared(HOLES, 'best-fit')
    showHand(test.lab)
    expect(stateOf(test).comparison).toBeNull()
    expect(test.lab.rivals.size).toBe(0)
  })

  it('compares a long run in slices', async () => {
    const source = { kind: 'generator', shape: 'uniform', seed: 1, params: { operations: 20_000 } } as const
    const test = await compared(scenarioOf(source), 'first-fit')
    expect(rival(test).compared).toMatchObject({ calls: stateOf(test).info?.total, answer: null })
    expect(rival(test).compared.calls).toBeGreaterThan(16_384)
  })

  it('stops a run and goes on with it', async () => {
    const test = labOver(() => localTransport(() => performance.now()))
    running.push(test)
    const source = { kind: 'generator', shape: 'uniform', seed: 1, params: { operations: 30_000 } } as const
    await openScenario(test.lab, scenarioOf(source))
    startComparing(test.lab, [preset('best-fit')])
    const { key } = rival(test)
    await setRivalStopped(test.lab, key, true)
    await until(() => rival(test).stopped)
    expect(rival(test).info?.complete).toBe(false)
    await setRivalStopped(test.lab, key, false)
    await until(() => rival(test).info?.complete === true)
    expect(rival(test).stopped).toBe(false)
  })

  it('tells of a worker that stopped, and starts it again', async () => {
    const test = await compared(HOLES, 'best-fit')
    test.kill('no memory')
    expect(rival(test).trouble).toContain('no memory')
    restartRival(test.lab, rival(test).key)
    await until(allCompared(test))
    expect(rival(test).trouble).toBeNull()
  })
})

describe('programs side by side', () => {
  it('part where one of them looks at its pointers, and go on by their calls', async () => {
    const test = await compared(LOOKS, 'best-fit')
    const { answer, path } = rival(test).compared
    expect(answer?.call).toBe(6)
    expect(path).toMatchObject({ kind: 'path', call: 7 })
    expect(partingOf(rival(test).compared)).toBe(answer)
    const end = stateOf(test).info!.done - 1
    seek(test.lab, { operation: end, step: LAST_STEP })
    await until(() => rival(test).moment?.position.operation === rival(test).info!.done - 1)
    const first = answer!.operation
    seek(test.lab, { operation: first, step: LAST_STEP })
    await inLockstep(test)
    expect(rival(test).moment?.program?.at.line).toBe(stateOf(test).moment?.program?.at.line)
  })

  it('with a malloc of their own are not compared', async () => {
    const test = await opened(OWN)
    startComparing(test.lab, [preset('best-fit')])
    expect(test.lab.rivals.size).toBe(0)
  })
})

describe('the table', () => {
  it('marks what is best, and ties as ties', async () => {
    const test = await compared(HOLES, 'best-fit', 'buddy')
    const rows = new Map(comparisonTable(contendersOf(stateOf(test))).map((row) => [row.name, row]))
    const marks = (name: string) => rows.get(name)!.cells.map(({ mark }) => mark)
    expect(marks('Failed calls')).toEqual([null, null, null])
    expect(marks('Peak heap, bytes')).toEqual(['tie', 'tie', null])
  })

  it('is exported with commas and as Markdown', async () => {
    const test = await compared(HOLES, 'best-fit')
    downloadTable(test.lab)
    const [file] = test.downloads
    expect(file?.name).toBe('comparison.csv')
    expect(file?.text.split('\n')[0]).toBe('figure,better,First fit,Best fit')
    expect(file?.text).toContain('\nFailed calls,less,0,0\n')
    expect(tableMarkdown(contendersOf(stateOf(test)))).toMatch(
      /^\| {2}\| First fit \| Best fit \|\n\|---\|---:\|---:\|\n/,
    )
  })

  it('gives no prize to a run that ended before its time', async () => {
    const test = await compared(HOLES, 'best-fit', 'kr')
    const [own, ...others] = contendersOf(stateOf(test))
    const ending = { operation: 2, kind: 'fault', message: '' } as const
    const killed = { ...own!, info: { ...own!.info!, ending } }
    const rows = comparisonTable([killed, ...others])
    expect(rows.map(({ cells }) => cells[0]!.mark).filter((mark) => mark !== null)).toEqual([])
    expect(rows.flatMap(({ cells }) => cells).some(({ mark }) => mark === 'best')).toBe(true)
  })
})

describe('a link', () => {
  it('carries the allocators compared, with their options', async () => {
    const test = await opened(HOLES)
    const chosen = [
      preset('best-fit'),
      { id: 'kr', options: {} },
      { id: 'first-fit', options: { list: 'fifo' } },
    ]
    startComparing(test.lab, chosen)
    await share(test.lab)
    const there = testLab()
    running.push(there)
    await start(there.lab, test.hashes.at(-1)!)
    expect(rivals(there).map(({ allocator }) => allocator)).toEqual(chosen)
    await until(allCompared(there))
  })

  it('leaves out what there is not', () => {
    expect(readRivals('best-fit nonsense kr?x=1 first-fit?list=fifo&placement=silly')).toEqual([
      preset('best-fit'),
      preset('kr'),
      { id: 'first-fit', options: { list: 'fifo' } },
    ])
    for (const text of [undefined, 7, '', '??==&&', ' '.repeat(9)]) expect(readRivals(text)).toEqual([])
    expect(readRivals('kr kr kr kr kr')).toHaveLength(3)
  })

  it('writes what it reads, for every option of every allocator', () => {
    for (const { id, options } of CATALOG) {
      const chosen = { id, options: resolveOptions({ ...findAllocator(id)!, options }, {}) }
      expect(readRivals(rivalsText([chosen]))).toEqual([chosen])
    }
  })
})
