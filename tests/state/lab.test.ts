import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../src/engine/session/index.ts'
import { linkHash } from '../../src/share/index.ts'
import {
  openFile,
  openScenario,
  openSource,
  runTo,
  seek,
  setAllocator,
  setDraft,
  setOption,
  share,
  start,
  startEditing,
  step,
  stepOperation,
  stopEditing,
  toEnd,
  togglePlay,
  togglePlayBack,
} from '../../src/state/index.ts'
import { type TestLab, testLab, until } from '../support/lab.ts'

const SCENARIO: Scenario = {
  title: 'Three blocks',
  source: { kind: 'trace', name: 'three.rep', text: 'a 0 100\na 1 50\nf 0\na 2 40\n' },
  allocator: { id: 'first-fit', options: {} },
  process: {},
  run: { leaks: false },
}

const running: TestLab[] = []

/** A lab, closed after the test. */
function begin(...wishes: Parameters<typeof testLab>): TestLab {
  const made = testLab(...wishes)
  running.push(made)
  return made
}

afterEach(() => {
  for (const { lab } of running.splice(0)) lab.client.close()
})

const stateOf = ({ lab }: TestLab) => lab.store.getState()
const settled = (test: TestLab) => until(() => !test.lab.waiting && stateOf(test).moment !== null)

async function opened(scenario = SCENARIO, wishes: Parameters<typeof testLab>[0] = {}): Promise<TestLab> {
  const test = begin(wishes)
  await openScenario(test.lab, scenario)
  await settled(test)
  return test
}

function file(name: string, bytes: Uint8Array<ArrayBuffer> | string) {
  return new File([bytes], name)
}

describe('a lab', () => {
  it('shows the moment before the first operation of a scenario', async () => {
    const test = await opened()
    expect(stateOf(test).position).toEqual({ operation: 0, step: 0 })
    expect(stateOf(test).info?.total).toBe(4)
  })

  it('steps forward to the end and back to the start over the same moments', async () => {
    const test = await opened()
    const seen: string[] = []
    const note = () => seen.push(`${stateOf(test).position.operation}.${stateOf(test).position.step}`)
    note()
    while (step(test.lab, 1)) {
      await settled(test)
      note()
    }
    const back: string[] = [seen.at(-1)!]
    while (step(test.lab, -1)) {
      await settled(test)
      back.push(`${stateOf(test).position.operation}.${stateOf(test).position.step}`)
    }
    expect(back).toEqual([...seen].reverse())
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('takes the steps that keys ask for while the engine is at work', async () => {
    const test = await opened()
    step(test.lab, 1)
    step(test.lab, 1)
    step(test.lab, 1)
    await until(() => stateOf(test).position.step === 3 && !test.lab.waiting)
  })

  it('plays to the end and stops there', async () => {
    const test = await opened()
    togglePlay(test.lab)
    await until(() => !stateOf(test).playing)
    const { position, moment } = stateOf(test)
    expect(position).toEqual({ operation: 3, step: moment?.steps })
  })

  it('plays backwards to the start, and turns round', async () => {
    const test = await opened()
    toEnd(test.lab)
    await settled(test)
    togglePlay(test.lab)
    togglePlayBack(test.lab)
    expect(stateOf(test)).toMatchObject({ playing: true, playsBack: true })
    await until(() => !stateOf(test).playing)
    expect(stateOf(test).position).toEqual({ operation: 0, step: 0 })
    togglePlayBack(test.lab)
    expect(stateOf(test).playing).toBe(false)
  })

  it('shows the newest of many places asked for', async () => {
    const test = await opened()
    for (let i = 0; i < 4; i++) seek(test.lab, { operation: i, step: 1 })
    await settled(test)
    expect(stateOf(test).moment?.position).toEqual({ operation: 3, step: 1 })
  })

  it('runs to what is looked for, and says when there is nothing', async () => {
    const test = await opened()
    await runTo(test.lab, { kind: 'size', atLeast: 45 }, false)
    await settled(test)
    expect(stateOf(test).position.operation).toBe(1)
    await runTo(test.lab, { kind: 'finding' }, false)
    expect(stateOf(test).notice?.text).toContain('no finding')
  })

  it('keeps the operation when another allocator is chosen', async () => {
    const test = await opened()
    toEnd(test.lab)
    await settled(test)
    setAllocator(test.lab, 'best-fit')
    await until(() => test.lab.ahead === null && stateOf(test).moment !== null)
    expect(stateOf(test).scenario?.allocator).toEqual({ id: 'best-fit', options: {} })
    expect(stateOf(test).position.operation).toBe(3)
  })

  it('keeps only options that differ from the preset', async () => {
    const test = await opened()
    setOption(test.lab, 'alignment', '32')
    await settled(test)
    expect(stateOf(test).scenario?.allocator.options).toEqual({ alignment: '32' })
    setOption(test.lab, 'alignment', '16')
    await settled(test)
    expect(stateOf(test).scenario?.allocator.options).toEqual({})
  })
})

describe('the editor', () => {
  it('closes when something else is opened, and keeps what was typed', async () => {
    const test = await opened()
    await startEditing(test.lab)
    setDraft(test.lab, 'a 0 7\n')
    openSource(test.lab, { kind: 'ostep', args: '-n 5 -s 0' }, 'Homework')
    await settled(test)
    expect(stateOf(test)).toMatchObject({ editing: false, draft: 'a 0 7\n' })
    expect(stateOf(test).scenario?.allocator.id).toBe('ostep')
  })
})

describe('what is kept', () => {
  it('is there on the next visit', async () => {
    const test = await opened()
    stepOperation(test.lab, 1)
    await settled(test)
    await until(() => test.kept.get('heap-lab')?.includes('"operation":0') ?? false)
    const again = begin({ kept: test.kept })
    await start(again.lab, '')
    await settled(again)
    expect(stateOf(again).scenario).toEqual(SCENARIO)
    expect(stateOf(again).position).toEqual(stateOf(test).position)
  })

  it('is ignored when it makes no sense', async () => {
    const test = begin({ kept: new Map([['heap-lab', '{"version":1,"scenario":7}']]) })
    await start(test.lab, '')
    await settled(test)
    expect(stateOf(test).scenario?.title).not.toBe('')
    expect(stateOf(test).moment?.step.kind).toBe('choose')
  })

  it('holds what was typed and not run', async () => {
    const test = await opened()
    await startEditing(test.lab)
    setDraft(test.lab, 'a 0 7\n')
    stopEditing(test.lab)
    await until(() => test.kept.get('heap-lab')?.includes('a 0 7') ?? false)
    await startEditing(test.lab)
    expect(stateOf(test).draft).toBe('a 0 7\n')
  })
})

describe('links', () => {
  it('lead another person to the same moment', async () => {
    const test = await opened()
    seek(test.lab, { operation: 3, step: 2 })
    await settled(test)
    await share(test.lab)
    const other = begin()
    await start(other.lab, test.hashes[0]!)
    await settled(other)
    expect(stateOf(other).moment?.step.sentence).toBe(stateOf(test).moment?.step.sentence)
    expect(stateOf(other).moment?.chunks).toEqual(stateOf(test).moment?.chunks)
  })

  it('that are damaged give a reason and leave the last work open', async () => {
    const test = await opened()
    await until(() => test.kept.has('heap-lab'))
    const hash = linkHash({ scenario: SCENARIO, position: { operation: 0, step: 0 }, view: {} }).text
    const again = begin({ kept: test.kept })
    await start(again.lab, `${hash.slice(0, -6)}AAAAAA`)
    expect(stateOf(again).notice?.title).toBe('This link cannot be opened')
    expect(stateOf(again).scenario).toEqual(SCENARIO)
  })
})

describe('files', () => {
  it('open as traces, packed or not', async () => {
    const test = await opened()
    await openFile(test.lab, file('small.rep', 'a 0 10\nf 0\n'))
    await until(() => stateOf(test).info?.total === 2)
    const packed = new Uint8Array(gzipSync('a 0 10\nf 0\na 1 5\n'))
    await openFile(test.lab, file('small.rep.gz', packed))
    await until(() => stateOf(test).info?.total === 3)
    expect(stateOf(test).scenario?.source).toMatchObject({ kind: 'trace', name: 'small.rep' })
  })

  it('that are large are handed over unread', async () => {
    const test = await opened()
    await openFile(test.lab, file('large.rep', 'a 0 100\nf 0\n'.repeat(20_000)))
    await until(() => stateOf(test).info?.total === 40_000)
    expect(stateOf(test).scenario?.source.kind).toBe('file')
    await share(test.lab)
    expect(stateOf(test).dialog).toMatchObject({ kind: 'share', sheet: { url: null, file: false } })
  })

  it.each([
    ['cut.rep.gz', new Uint8Array(gzipSync('a 0 10\n'.repeat(999))).slice(0, 40), 'damaged or cut off'],
    ['none.rep', new Uint8Array(0), 'empty'],
    ['picture.png', new Uint8Array([1, 0, 0, 1, 0]), 'no text'],
    ['other.json', new TextEncoder().encode('{"a":1}'), 'not a Heap Lab scenario'],
  ])('that cannot be read give a reason and change nothing: %s', async (name, bytes, reason) => {
    const test = await opened()
    await openFile(test.lab, file(name, new Uint8Array(bytes)))
    expect(stateOf(test).notice?.text).toContain(reason)
    expect(stateOf(test).scenario).toEqual(SCENARIO)
  })
})

describe('a worker that dies', () => {
  it('is replaced, and scenario and position come back', async () => {
    const test = await opened()
    seek(test.lab, { operation: 2, step: 1 })
    await settled(test)
    const { moment } = stateOf(test)
    test.kill('Out of memory.')
    expect(stateOf(test).workerTrouble).toEqual({ reason: 'Out of memory.', restarted: true })
    await settled(test)
    expect(stateOf(test).moment).toEqual(moment)
  })

  it('again and again is not started for ever', async () => {
    const test = await opened()
    for (let i = 0; i < 3; i++) test.kill('Broken.')
    expect(stateOf(test).workerTrouble?.restarted).toBe(false)
  })
})
