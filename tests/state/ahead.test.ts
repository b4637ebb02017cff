import { afterEach, describe, expect, it } from 'vitest'
import type { Scenario } from '../../src/engine/session/index.ts'
import { actByHand } from '../../src/state/actions/by-hand.ts'
import {
  openScenario,
  runDraft,
  setAllocator,
  setOption,
  showHand,
  step,
  undo,
} from '../../src/state/index.ts'
import type { LabState } from '../../src/state/store.ts'
import { type TestLab, testLab, until } from '../support/lab.ts'

const HOLES: Scenario = {
  title: 'Holes',
  source: { kind: 'trace', name: 'h.rep', text: 'a 0 200\na 1 40\na 2 100\na 3 40\nf 0\nf 2\na 4 90\n' },
  allocator: { id: 'first-fit', options: {} },
  process: {},
  run: { leaks: false },
}

const running: TestLab[] = []

afterEach(() => {
  for (const { lab } of running.splice(0)) lab.client.close()
})

/** A lab in which people are as patient as they are on the page, and every state that its screen has shown. */
async function patient(): Promise<{ readonly lab: TestLab['lab']; readonly seen: LabState[] }> {
  const test = testLab()
  running.push(test)
  const { lab } = test
  const after = (milliseconds: number, task: () => void) => {
    const timer = setTimeout(task, 20 * milliseconds)
    return () => clearTimeout(timer)
  }
  Object.assign(lab.services, { after })
  await openScenario(lab, HOLES, { position: { operation: 6, step: 99 } })
  await until(() => lab.store.getState().info?.complete === true && !lab.waiting)
  const seen: LabState[] = []
  lab.store.subscribe((state) => void seen.push(state))
  return { lab, seen }
}

describe('what is run again', () => {
  it('leaves its last moment on the screen until the new one is there', async () => {
    const { lab, seen } = await patient()
    const before = lab.store.getState()
    setAllocator(lab, 'explicit-lifo')
    await until(() => lab.store.getState().scenario?.allocator.id === 'explicit-lifo')
    const after = lab.store.getState()
    expect(
      seen.every(({ moment, info, series }) => moment !== null && info !== null && series.length > 0),
    ).toBe(true)
    const first = seen.find(({ scenario }) => scenario !== before.scenario)!
    expect(first.moment).not.toBe(before.moment)
    expect(first.moment?.position.operation).toBe(6)
    // The list of the new allocator has the chunk that was freed last in front.
    expect(first.moment?.list.map(({ size }) => size)).toEqual([128, 224])
    expect(first.info).toBe(after.info)
    expect(after.source?.lines[0]).toBe('a 0 200')
  })

  it('goes on from what was asked for, not from what is still seen', async () => {
    const { lab } = await patient()
    setAllocator(lab, 'explicit-lifo')
    setOption(lab, 'fit', 'best')
    setOption(lab, 'alignment', 32)
    await until(() => lab.ahead === null && lab.store.getState().phase === 'ready')
    expect(lab.store.getState().scenario?.allocator).toEqual({
      id: 'explicit-lifo',
      options: { fit: 'best', alignment: 32 },
    })
  })

  it('takes the steps that were asked for meanwhile', async () => {
    const { lab } = await patient()
    setAllocator(lab, 'best-fit')
    step(lab, -1)
    await until(() => lab.store.getState().moment?.position.operation === 5)
    expect(lab.store.getState().scenario?.allocator.id).toBe('best-fit')
  })

  it('is the same for what is typed, done by hand, and taken back', async () => {
    const { lab, seen } = await patient()
    showHand(lab)
    await actByHand(lab, { kind: 'malloc', size: 24 })
    expect(lab.store.getState().info?.total).toBe(8)
    await undo(lab)
    expect(lab.store.getState().info?.total).toBe(7)
    lab.store.setState({ draft: 'a 0 64\n', editing: 'trace' })
    await runDraft(lab)
    expect(lab.store.getState().moment?.text).toBe('a 0 64')
    expect(seen.every(({ moment, info }) => moment !== null && info !== null)).toBe(true)
  })

  it('says that it is under way where that takes long', async () => {
    const { lab, seen } = await patient()
    Object.assign(lab.services, {
      after: (_: number, task: () => void) => {
        queueMicrotask(task)
        return () => {}
      },
    })
    setAllocator(lab, 'best-fit')
    await until(() => lab.ahead === null)
    expect(seen.find(({ moment }) => moment === null)).toMatchObject({ info: null, phase: 'opening' })
    await until(() => lab.store.getState().moment !== null)
    expect(seen.at(-1)?.phase).toBe('ready')
  })

  it('gives way to another scenario', async () => {
    const { lab } = await patient()
    setAllocator(lab, 'best-fit')
    await openScenario(lab, { ...HOLES, title: 'Another' })
    expect(lab.ahead).toBeNull()
    expect(lab.store.getState().scenario?.title).toBe('Another')
    expect(lab.store.getState().moment?.position.operation).toBe(0)
  })
})
