import { afterEach, describe, expect, it } from 'vitest'
import {
  inspectListed,
  inspectNeighbour,
  type LabState,
  loadLists,
  neighbourOf,
  openScenario,
  pin,
  save,
  seek,
  setHexForm,
  setInspectorTab,
  start,
} from '../../src/state/index.ts'
import { momentOf } from '../support/heap-picture.ts'
import { type TestLab, testLab, until } from '../support/lab.ts'
import { traceScenario } from '../support/scenarios.ts'

const HOLES = traceScenario(['a 0 24', 'a 1 16', 'a 2 24', 'a 3 16', 'f 0', 'f 2'], {
  allocator: 'explicit-lifo',
})

const running: TestLab[] = []
afterEach(() => {
  for (const { lab } of running.splice(0)) lab.client.close()
})

async function opened(): Promise<{ test: TestLab; state: () => LabState; chunk: () => number }> {
  const test = testLab()
  running.push(test)
  const state = () => test.lab.store.getState()
  await openScenario(test.lab, HOLES, { position: { operation: 5, step: 99 } })
  await until(() => state().info?.complete === true && state().moment !== null)
  return { test, state, chunk: () => state().moment?.inspected?.chunk ?? 0 }
}

describe('the ways from a chunk', () => {
  it('go by address, beyond what the map shows too', () => {
    const moment = momentOf('[64](64)[96]')
    const inspected = { chunk: 0x1040, size: 64 }
    expect(neighbourOf(moment, inspected, 1)).toBe(0x1080)
    expect(neighbourOf(moment, inspected, -1)).toBe(0x1000)
    expect(neighbourOf(moment, { chunk: 0x1080, size: 96 }, 1)).toBe(0)
    const empty = { ...moment, chunks: { ...moment.chunks, address: new Float64Array(0) } }
    expect(neighbourOf(empty, inspected, 1)).toBe(0x1080)
    expect(neighbourOf(empty, inspected, -1)).toBe(0x103f)
  })

  it('go along its list, and end with it', async () => {
    const { test, chunk } = await opened()
    const newest = chunk()
    expect(inspectListed(test.lab, -1)).toBe(false)
    expect(inspectListed(test.lab, 1)).toBe(true)
    await until(() => chunk() < newest)
    const oldest = chunk()
    expect(inspectNeighbour(test.lab, 1)).toBe(true)
    await until(() => chunk() > oldest && chunk() < newest)
    // What is in use is in no list.
    expect(inspectListed(test.lab, 1)).toBe(false)
  })
})

describe('the free lists', () => {
  it('are fetched whole when they are looked at, and with each step from then on', async () => {
    const { test, state } = await opened()
    expect(state().moment?.lists).toBeNull()
    setInspectorTab(test.lab, 'list')
    loadLists(test.lab)
    await until(() => state().moment?.lists?.chunk.length === 2)
    seek(test.lab, { operation: 4, step: 99 })
    await until(() => state().moment?.lists?.chunk.length === 1)
  })
})

describe('bytes', () => {
  it('are compared with those of the pinned moment, of whatever chunk is inspected', async () => {
    const { test, state, chunk } = await opened()
    pin(test.lab)
    await until(() => state().difference?.bytes?.from === chunk())
    seek(test.lab, { operation: 4, step: 99 })
    await until(() => state().difference?.to.operation === 4 && state().difference?.bytes?.from === chunk())
    const { inspected } = state().moment!
    expect(state().difference!.bytes!.before).not.toEqual(inspected!.bytes)
    inspectNeighbour(test.lab, 1)
    await until(() => chunk() > inspected!.chunk && state().difference?.bytes?.from === chunk())
  })

  it('are written in a way that is remembered', async () => {
    const { test } = await opened()
    setHexForm(test.lab, 'word')
    save(test.lab)
    const next = testLab({ kept: test.kept })
    running.push(next)
    await start(next.lab, '')
    expect(next.lab.store.getState().hexForm).toBe('word')
  })
})
