import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Regions, type RegionsSnapshot } from '../../../src/engine/kernel/regions.ts'
import { UNMAPPED } from '../../../src/engine/memory/index.ts'
import { PAGE, RW } from './probe.ts'

const PAGES = 64

function insert(regions: Regions, from: number, to: number, prot: number): void {
  regions.insert({ start: from * PAGE, end: to * PAGE, prot, name: '', origin: 0 })
}

/** The permission of each of the first PAGES pages. */
function pages(regions: Regions): number[] {
  return Array.from({ length: PAGES }, (_, page) => regions.protectionAt(page * PAGE + 5))
}

/** The end of the highest run of `length` unmapped pages within [low, high), or -1. */
function plainHole(model: readonly number[], length: number, low: number, high: number): number {
  for (let end = high; end - length >= low; end--) {
    if (model.slice(end - length, end).every((prot) => prot === UNMAPPED)) return end
  }
  return -1
}

/** Runs of equal pages: what the regions must be. */
function runs(model: readonly number[]): number {
  return model.filter((prot, i) => prot !== UNMAPPED && prot !== (model[i - 1] ?? UNMAPPED)).length
}

const range = fc.tuple(fc.nat(PAGES - 1), fc.integer({ min: 1, max: 12 })).map(([from, length]) => {
  return [from, Math.min(PAGES, from + length)] as const
})
const action = fc.record({
  kind: fc.constantFrom('map', 'unmap', 'protect', 'keep', 'back'),
  range,
  prot: fc.nat(3),
})

test('regions agree with a plain list of pages', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), range, (actions, [low, high]) => {
      const regions = new Regions()
      let model: number[] = new Array<number>(PAGES).fill(UNMAPPED)
      let kept: [RegionsSnapshot, number[]] = [regions.snapshot(), model.slice()]
      for (const {
        kind,
        range: [from, to],
        prot,
      } of actions) {
        if (kind === 'map') insert(regions, from, to, prot)
        if (kind === 'unmap') regions.remove(from * PAGE, to * PAGE)
        if (kind === 'protect') regions.protect(from * PAGE, to * PAGE, prot)
        if (kind === 'map') model.fill(prot, from, to)
        if (kind === 'unmap') model.fill(UNMAPPED, from, to)
        if (kind === 'protect') {
          model = model.map((old, i) => (i >= from && i < to && old !== UNMAPPED ? prot : old))
        }
        if (kind === 'keep') kept = [regions.snapshot(), model.slice()]
        if (kind === 'back') {
          regions.restore(kept[0])
          model = kept[1].slice()
        }
      }
      expect(pages(regions)).toEqual(model)
      expect(regions.count).toBe(runs(model))
      expect(regions.mappedBytes).toBe(model.filter((prot) => prot !== UNMAPPED).length * PAGE)
      expect(regions.dataBytes).toBe(model.filter((prot) => prot >= 0 && (prot & 2) !== 0).length * PAGE)
      for (const length of [1, 2, 5]) {
        const hole = regions.highestHole(length * PAGE, low * PAGE, high * PAGE)
        expect(hole < 0 ? hole : hole / PAGE).toBe(plainHole(model, length, low, high))
      }
    }),
    { seed: 3, numRuns: 500 },
  )
})

describe('many regions', () => {
  /** 20,000 regions of one page, each with a hole of one page below it. */
  function many(): Regions {
    const regions = new Regions()
    for (let i = 0; i < 20000; i++) {
      const page = 2 * ((i * 7919) % 20000) + 1
      insert(regions, page, page + 1, RW)
    }
    return regions
  }

  test('are found, and so are the holes between them', () => {
    const regions = many()
    expect(regions.count).toBe(20000)
    for (const page of [1, 4095, 19999, 39999]) {
      expect(regions.find(page * PAGE)?.start).toBe(page * PAGE)
      expect(regions.find((page + 1) * PAGE)).toBeNull()
      expect(regions.findFrom((page - 1) * PAGE)?.start).toBe(page * PAGE)
    }
    expect(regions.highestHole(PAGE, 0, 40000 * PAGE)).toBe(39999 * PAGE)
    expect(regions.highestHole(2 * PAGE, 0, 40000 * PAGE)).toBe(-1)
    regions.remove(5001 * PAGE, 5002 * PAGE)
    expect(regions.highestHole(2 * PAGE, 0, 40000 * PAGE)).toBe(5003 * PAGE)
    expect(regions.isFree(5000 * PAGE, 5003 * PAGE)).toBe(true)
  })

  test('go in every order', () => {
    const regions = many()
    for (let i = 0; i < 20000; i++) {
      const page = 2 * ((i * 104729) % 20000) + 1
      regions.remove(page * PAGE, (page + 1) * PAGE)
    }
    expect([regions.count, regions.mappedBytes, regions.dataBytes]).toEqual([0, 0, 0])
    expect(regions.findFrom(0)).toBeNull()
  })

  test('go all at once, and come back from a snapshot', () => {
    const regions = many()
    const snapshot = regions.snapshot()
    regions.remove(0, 40000 * PAGE)
    expect(regions.count).toBe(0)
    regions.restore(snapshot)
    expect([regions.count, regions.mappedBytes]).toEqual([20000, 20000 * PAGE])
  })
})

test('files and what was moved stay apart from their neighbours', () => {
  const regions = new Regions()
  insert(regions, 1, 2, RW)
  regions.insert({ start: 2 * PAGE, end: 3 * PAGE, prot: RW, name: '/bin/true', origin: 2 * PAGE })
  regions.insert({ start: 3 * PAGE, end: 4 * PAGE, prot: RW, name: '/bin/true', origin: 3 * PAGE })
  regions.insert({ start: 4 * PAGE, end: 5 * PAGE, prot: RW, name: '', origin: -PAGE })
  insert(regions, 5, 6, RW)
  expect(regions.count).toBe(5)
})
