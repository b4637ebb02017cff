import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FREE, MAPPED, META, type OptionValues, TOP } from '../../../src/engine/allocators/index.ts'
import { HeapWalks, walkHeap } from '../../../src/engine/inspect/index.ts'
import { farMap } from '../../../src/engine/session/density.ts'
import type { FarMap, FarRequest } from '../../../src/engine/session/index.ts'
import { rig } from '../../support/rig.ts'

/** A heap of many small chunks, a third of them free; with mappings of their own for large blocks, if asked. */
function heap(id: string, chunks: number, large = 0, options: OptionValues = {}) {
  const { allocator } = rig(id, options)
  for (let i = 0; i < chunks; i++) {
    const pointer = allocator.malloc(16 + ((i * 37) % 200))
    if (i % 3 === 0) allocator.free(pointer)
  }
  for (let i = 0; i < large; i++) allocator.malloc(300_000)
  return allocator
}

const WHOLE: FarRequest = { from: 0, bytesPerRow: 0, cells: 64, rows: 12, middleRows: 4 }
const BYTE_COLUMNS = ['tags', 'used', 'mapped', 'own', 'free', 'top'] as const

/** Bytes of each kind in a cell, added up the slow way. */
function cellBytes(allocator: ReturnType<typeof heap>, from: number, to: number): Record<string, number> {
  const sums: Record<string, number> = { tags: 0, used: 0, mapped: 0, own: 0, free: 0, top: 0, begins: 0 }
  const inside = (begin: number, end: number) => Math.max(0, Math.min(end, to) - Math.max(begin, from))
  for (const { chunk, size, state, payload, usable } of walkHeap(allocator, 0, 0, 1e9).window) {
    if (chunk >= from && chunk < to) sums['begins']!++
    if (state === META) sums['own']! += inside(chunk, chunk + size)
    else {
      const kind = state === FREE ? 'free' : state === TOP ? 'top' : state === MAPPED ? 'mapped' : 'used'
      sums[kind]! += inside(payload, payload + usable)
      sums['tags']! += inside(chunk, payload) + inside(payload + usable, chunk + size)
    }
  }
  return sums
}

function total(far: FarMap): number {
  return BYTE_COLUMNS.reduce((sum, name) => sum + far.columns[name].reduce((a, b) => a + b, 0), 0)
}

describe.each(['first-fit', 'segregated', 'buddy'])('a heap from far away: %s', (id) => {
  const allocator = heap(id, 3000)
  const walked = walkHeap(allocator, 0, 0, 1e9)

  it('has every byte of every chunk in its cell', () => {
    const far = farMap(new HeapWalks(allocator), 'now', WHOLE)!
    const some = fc.record({
      row: fc.integer({ min: 0, max: far.rowFrom.length - 1 }),
      cell: fc.integer({ min: 0, max: far.cells - 1 }),
    })
    fc.assert(
      fc.property(some, ({ row, cell }) => {
        const from = far.rowFrom[row]! + cell * far.cellBytes
        const to = Math.min(far.rowTo[row]!, from + far.cellBytes)
        const wanted = cellBytes(allocator, from, to)
        for (const [name, bytes] of Object.entries(wanted))
          expect(far.columns[name as keyof FarMap['columns']][row * far.cells + cell]).toBe(bytes)
      }),
      { seed: 3, numRuns: 60 },
    )
  })

  it('shows all of it, in as many rows as there are', () => {
    const far = farMap(new HeapWalks(allocator), 'now', WHOLE)!
    expect(total(far)).toBe(walked.window.reduce((sum, { size }) => sum + size, 0))
    expect(far.columns.begins.reduce((a, b) => a + b, 0)).toBe(walked.count)
    expect(far).toMatchObject({ above: 0, below: 0 })
    const labels = walked.stretches.length
    expect(far.rowFrom.length + labels).toBeLessThanOrEqual(WHOLE.rows)
    // With a little less in each cell, it would not fit.
    expect((WHOLE.rows - labels) * far.cells * (far.cellBytes - 16)).toBeLessThan(walked.to - walked.from)
  })

  it('is the same in a window, and the window is always full', () => {
    const bytesPerRow = 8192
    const all = farMap(new HeapWalks(allocator), 'now', { ...WHOLE, bytesPerRow, rows: 300 })!
    const walks = new HeapWalks(allocator)
    fc.assert(
      fc.property(fc.integer({ min: walked.from - 9000, max: walked.to + 9000 }), (from) => {
        const far = farMap(walks, 'now', { ...WHOLE, bytesPerRow, from })!
        expect(far.above + far.rowFrom.length + far.below).toBe(all.rowFrom.length)
        expect(far.rowFrom.length).toBeGreaterThanOrEqual(Math.min(WHOLE.rows - 2, all.rowFrom.length))
        const begin = far.above * far.cells
        expect(far.columns.used).toEqual(all.columns.used.slice(begin, begin + far.columns.used.length))
      }),
      { seed: 4, numRuns: 40 },
    )
  })
})

describe('the whole heap', () => {
  it('is not told from far away where it fits nearer by', () => {
    expect(farMap(new HeapWalks(heap('first-fit', 20)), 'now', { ...WHOLE, middleRows: 12 })).toBeNull()
  })

  it('has a place of its own for mappings', () => {
    const allocator = heap('first-fit', 3000, 3, { mmapThreshold: 200_000 })
    const { stretches } = walkHeap(allocator, 0, 0, 1)
    expect(stretches.length).toBeGreaterThan(1)
    const far = farMap(new HeapWalks(allocator), 'now', WHOLE)!
    for (const { from, to } of stretches) {
      expect([...far.rowFrom]).toContain(from)
      expect([...far.rowTo]).toContain(to)
    }
  })

  it('survives whatever is asked', () => {
    const walks = new HeapWalks(heap('first-fit', 3000))
    const odd = fc.constantFrom(0, 1, 7, 1e3, 1e12, 2 ** 60, Number.NaN)
    fc.assert(
      fc.property(odd, odd, odd, odd, (from, bytesPerRow, cells, rows) => {
        const far = farMap(walks, 'now', { from, bytesPerRow, cells, rows, middleRows: 1 })
        expect(far === null || far.columns.used.length <= 2048 * 400).toBe(true)
      }),
      { seed: 5, numRuns: 80 },
    )
  })
})
