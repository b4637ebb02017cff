import { afterEach, describe, expect, it } from 'vitest'
import {
  type LabState,
  openSaved,
  openScenario,
  pin,
  save,
  seek,
  setAllocator,
  shownDifference,
  start,
  step,
  togglePin,
  toPin,
  unpin,
} from '../../src/state/index.ts'
import { readPin } from '../../src/state/pin-text.ts'
import { savedNow } from '../../src/state/saved.ts'
import { type TestLab, testLab, until } from '../support/lab.ts'
import { traceScenario } from '../support/scenarios.ts'

const SCENARIO = { ...traceScenario(['a 0 100', 'a 1 50', 'f 0', 'a 2 40']), title: 'Three blocks, a hole' }
const AFTER_SECOND = { operation: 1, step: 99 }

const running: TestLab[] = []
afterEach(() => {
  for (const { lab } of running.splice(0)) lab.client.close()
})

/** A lab whose scenario has been run to its end, at the end of its second operation. */
async function opened(): Promise<{ test: TestLab; state: () => LabState }> {
  const test = testLab()
  running.push(test)
  const state = () => test.lab.store.getState()
  await openScenario(test.lab, SCENARIO, { position: AFTER_SECOND })
  await until(() => state().info?.complete === true && state().moment !== null)
  return { test, state }
}

const kinds = (state: LabState) => state.difference?.chunks.told.map(({ kind }) => kind)

describe('a pinned moment', () => {
  it('is compared with each moment that is shown, later or earlier', async () => {
    const { test, state } = await opened()
    pin(test.lab)
    await until(() => state().difference !== null)
    expect(state().pinned).toEqual(state().moment?.position)
    expect(state().difference?.chunks.total).toBe(0)
    seek(test.lab, { operation: 2, step: 99 })
    await until(() => state().difference?.to.operation === 2)
    expect(kinds(state())).toEqual(['state'])
    expect(state().difference?.between.freed).toEqual({ blocks: 1, bytes: 100 })
    seek(test.lab, { operation: 0, step: 99 })
    await until(() => state().difference?.to.operation === 0)
    expect(kinds(state())).toEqual(['vanished'])
  })

  it('stays while one steps, and goes with the scenario', async () => {
    const { test, state } = await opened()
    togglePin(test.lab)
    const { pinned } = state()
    step(test.lab, 1)
    await until(() => state().moment?.position.operation === 2)
    expect(state().pinned).toEqual(pinned)
    setAllocator(test.lab, 'best-fit')
    await until(() => test.lab.ahead === null)
    expect(state()).toMatchObject({ pinned, scenario: { allocator: { id: 'best-fit' } } })
    await until(() => state().difference !== null)
    await openScenario(test.lab, SCENARIO)
    expect(state().pinned).toBeNull()
  })

  it('can be gone back to, and taken off', async () => {
    const { test, state } = await opened()
    pin(test.lab)
    seek(test.lab, { operation: 3, step: 1 })
    await until(() => state().moment?.position.operation === 3)
    toPin(test.lab)
    await until(() => state().moment?.position.operation === 1)
    expect(state().moment?.position).toEqual(state().pinned)
    togglePin(test.lab)
    expect(state()).toMatchObject({ pinned: null, difference: null })
    toPin(test.lab)
    unpin(test.lab)
    expect(shownDifference(state())).toBeNull()
  })

  it('is part of what is shared', async () => {
    const { test, state } = await opened()
    pin(test.lab)
    const pinned = state().pinned!
    const saved = savedNow(state())!
    expect(saved.view['pin']).toBe(`1.${pinned.step}`)
    unpin(test.lab)
    expect(savedNow(state())!.view).not.toHaveProperty('pin')
    await openSaved(test.lab, { ...saved, position: { operation: 3, step: 99 } })
    await until(() => state().difference?.to.operation === 3)
    expect(state().pinned).toEqual(pinned)
    expect(state().difference?.from).toEqual(pinned)
  })

  it('is there again at the next visit', async () => {
    const { test, state } = await opened()
    pin(test.lab)
    save(test.lab)
    const { pinned } = state()
    unpin(test.lab)
    await start(test.lab, '')
    expect(state()).toMatchObject({ scenario: SCENARIO, pinned })
  })

  it('is not read from what makes no sense', () => {
    for (const text of ['', '1', '1.', '.1', '-1.2', '1.5e3', '1.2.3', '9999999999.1', 7, null]) {
      expect(readPin(text)).toBeNull()
    }
    expect(readPin('12.3')).toEqual({ operation: 12, step: 3 })
  })

  it('beyond the end of a run is its last moment', async () => {
    const { test, state } = await opened()
    await openScenario(test.lab, SCENARIO, { pinned: { operation: 500, step: 2 } })
    await until(() => state().difference !== null)
    expect(state().difference?.from.operation).toBe(3)
    expect(state().pinned).toEqual(state().difference?.from)
  })
})
