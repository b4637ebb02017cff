import { describe, expect, it } from 'vitest'
import { WHOLE_HEAP } from '../../src/engine/map-levels.ts'
import type { Scenario } from '../../src/engine/session/index.ts'
import type { Saved } from '../../src/share/index.ts'
import {
  answersLevel,
  type Lab,
  levelsHere,
  openScenario,
  setMapAnchor,
  setMapRoom,
  setZoom,
  showFrom,
  showWholeHeap,
  startComparing,
  stopComparing,
  toEnd,
  zoom,
} from '../../src/state/index.ts'
import { savedNow, viewOf } from '../../src/state/saved.ts'
import { testLab, until } from '../support/lab.ts'

const ROOM = { near: 6, middle: 8, far: 12, cells: 256 }

async function labWith(blocks: number): Promise<Lab> {
  const { lab } = testLab()
  const text = Array.from({ length: blocks }, (_, id) => `a ${id} ${20 + (id % 60)}`).join('\n')
  const scenario: Scenario = {
    title: '',
    source: { kind: 'trace', name: 'x.rep', text: `${text}\n` },
    allocator: { id: 'segregated', options: {} },
    process: {},
    run: {},
  }
  await openScenario(lab, scenario)
  setMapRoom(lab, ROOM)
  await until(() => lab.store.getState().info?.complete === true)
  toEnd(lab)
  await until(() => lab.store.getState().moment?.position.operation === blocks - 1)
  return lab
}

/** Waits until the moment has come that the level needs. */
async function shown(lab: Lab) {
  await until(() => {
    const { moment, view } = lab.store.getState()
    return moment !== null && !lab.waiting && answersLevel(moment, view.bytesPerRow)
  })
  return lab.store.getState().moment!
}

describe('zooming', () => {
  it('goes from bytes to the whole heap, notch by notch, and back', async () => {
    const lab = await labWith(20_000)
    setZoom(lab, 8)
    const near = await shown(lab)
    expect(near.bytes[0]!.bytes.length).toBeGreaterThanOrEqual(6 * 8)
    const passed: number[] = []
    for (let i = 0; i < 40 && lab.store.getState().view.bytesPerRow !== WHOLE_HEAP; i++) {
      zoom(lab, -1)
      passed.push(lab.store.getState().view.bytesPerRow)
    }
    expect(passed.slice(0, 3)).toEqual([16, 32, 64])
    expect(passed.at(-1)).toBe(WHOLE_HEAP)
    expect(passed).toContain(32_768)
    const whole = await shown(lab)
    expect(whole.far).toMatchObject({ above: 0, below: 0, cells: 256 })
    zoom(lab, -1)
    expect(lab.store.getState().view.bytesPerRow).toBe(WHOLE_HEAP)
    zoom(lab, 1)
    expect(lab.store.getState().view.bytesPerRow).toBe(passed.at(-2))
  })

  it('has no far levels where the heap fits, and the whole heap is the level at which it does', async () => {
    const lab = await labWith(10)
    expect(levelsHere(lab.store.getState())).toEqual([8, 16, 32, 64, WHOLE_HEAP])
    showWholeHeap(lab)
    const { far, chunks, stretches } = await shown(lab)
    expect(far).toBeNull()
    expect(chunks.address[0]).toBe(stretches[0]!.from)
  })

  it('keeps what is pointed at in its place', async () => {
    const lab = await labWith(20_000)
    showWholeHeap(lab)
    const { far, stretches } = await shown(lab)
    const address = far!.rowFrom[9]! + 100 * far!.cellBytes
    zoom(lab, 1, { address, share: 0.5 })
    const { mapFrom, bytesPerRow } = lab.store.getState().view
    expect(mapFrom).toBe(address - 6 * bytesPerRow)
    setMapAnchor(lab, { address: stretches[0]!.from + 40, share: 0.9 })
    zoom(lab, 1)
    expect(lab.store.getState().view.mapFrom).toBe(0)
  })

  it('never asks for the bytes or the far view of heaps side by side', async () => {
    const lab = await labWith(20_000)
    showWholeHeap(lab)
    await shown(lab)
    startComparing(lab)
    showFrom(lab, 0)
    await until(() => lab.store.getState().moment?.map.far === undefined)
    expect(levelsHere(lab.store.getState())).toEqual([32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384])
    stopComparing(lab)
  })
})

describe('a link', () => {
  it('carries every level', async () => {
    const lab = await labWith(10)
    for (const level of [8, 16, 64, 16384, 2 ** 20, WHOLE_HEAP]) {
      setZoom(lab, level)
      expect(viewOf(savedNow(lab.store.getState())!)).toMatchObject({ bytesPerRow: level })
    }
  })

  it('of somebody with other ideas does no harm', () => {
    for (const bytesPerRow of [-1, 1, 2 ** 60, 3.5, '8', null, {}])
      expect(viewOf({ view: { bytesPerRow } } as unknown as Saved)).not.toHaveProperty('bytesPerRow')
  })
})
