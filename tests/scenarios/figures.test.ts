import { describe, expect, test } from 'vitest'
import { findExample } from '../../src/scenarios/index.ts'
import { Tried } from './support.ts'

/** An example run, or its variant with this label. */
function run(id: string, label?: string): Tried {
  const example = findExample(id)!
  const variant = example.variants.find((each) => each.label === label)
  return new Tried(label === undefined ? example.scenario : variant!.scenario)
}

/** Bytes of the chunk at a distance from the first one, which begins 8 bytes behind the first break. */
function chunkBytes(tried: Tried, operation: number, place: number): Uint8Array {
  const inspect = tried.moment(operation).brkStart + 8 + place
  const position = { operation: operation - 1, step: 1_000_000 }
  const map = { from: 0, to: 2 ** 47, limit: 100 }
  return tried.session.moment({ position, map, listLimit: 10, inspect }).inspected!.bytes
}

/** The C string behind a chunk's header. */
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(8)).split('\0')[0]

test('first-look', () => {
  const tried = run('first-look')
  const split = tried.kinds(5).indexOf('split') + 1
  expect(tried.heap(5, split - 1)).toBe('(128) [80] [48]')
  expect(tried.heap(5)).toBe('[64] (64) [80] [48]')
  expect(tried.heap(6)).toBe('[64] (144) [48]')
  expect(tried.heap(7)).toBe('(208) [48]')
})

test('bump', () => {
  const tried = run('bump')
  expect([1, 2, 3].map((operation) => tried.returned(operation))).toEqual([0, 10, 20])
  const end = tried.moment(2003)
  expect(end.programBreak - end.brkStart).toBe(100_120)
  expect(tried.session.info().summary.syscalls).toBe(1003)
})

test('block-cost', () => {
  expect(run('block-cost').heap(5)).toBe('[32] [32] [48] [48] [64]')
  expect(run('block-cost', '100 blocks of 1 byte').extent(100)).toBe(3200)
  expect(run('block-cost', 'one block of 1000').extent(1)).toBe(1024)
  const { live, chunkBytes: used } = run('block-cost', '100 blocks of 1 byte').moment(100).metrics
  expect(live / used).toBeCloseTo(0.031, 3)
})

test('split-or-not', () => {
  expect(run('split-or-not').heap(4)).toBe('[224] [32]')
  expect(run('split-or-not', 'malloc(176)').heap(4)).toBe('[192] (32) [32]')
  expect(run('split-or-not', 'malloc(144), split from 64').heap(4)).toBe('[160] (64) [32]')
  expect(run('split-or-not', 'malloc(145), split from 64').heap(4)).toBe('[224] [32]')
})

test('four-merges', () => {
  const tried = run('four-merges')
  expect([7, 8, 9, 10, 11].map((operation) => tried.heap(operation))).toEqual([
    '[64] (64) [64] [64] [64] [64]',
    '(128) [64] [64] [64] [64]',
    '(128) [64] (64) [64] [64]',
    '(128) [64] (128) [64]',
    '(320) [64]',
  ])
})

describe('merge-when', () => {
  test.each([
    [undefined, '(256) [32]', 0, 288, 1],
    ['deferred', '(64) (64) (64) (64) [32]', 0, 288, 6],
    ['never', '(64) (64) (64) (64) [32]', 288, 512, 5],
  ])('%s', (label, before, place, extent, visits) => {
    const tried = run('merge-when', label)
    expect([tried.heap(9), tried.place(10, 5), tried.extent(10), tried.visits(10)]).toEqual([
      before,
      place,
      extent,
      visits,
    ])
  })
})

describe('which hole', () => {
  test.each([
    ['first-fit-wins', undefined, [256, 0, 912, 672], 1472],
    ['first-fit-wins', 'next fit', [256, 912, 1472, 0], 2000],
    ['first-fit-wins', 'best fit', [912, 0, 256, 1472], 1600],
    ['first-fit-wins', 'worst fit', [256, 912, 1472, 1136], 2000],
    ['next-fit-wins', undefined, [256, 0, 912, 1472], 1696],
    ['next-fit-wins', 'next fit', [256, 672, 912, 0], 1472],
    ['next-fit-wins', 'best fit', [912, 0, 256, 1472], 1696],
    ['next-fit-wins', 'worst fit', [256, 912, 1472, 1040], 1888],
    ['best-fit-wins', undefined, [256, 912, 0, 1472], 1600],
    ['best-fit-wins', 'next fit', [256, 912, 0, 1472], 1600],
    ['best-fit-wins', 'best fit', [912, 256, 672, 0], 1472],
    ['best-fit-wins', 'worst fit', [256, 912, 0, 1472], 1600],
    ['best-fit-wins', '100 400 400 200, worst fit', [256, 912, 384, 0], 1472],
    ['best-fit-wins', '100 400 400 200, best fit', [0, 912, 256, 1472], 1696],
  ])('%s, %s', (id, label, places, extent) => {
    const tried = run(id, label)
    expect(tried.heap(9)).toBe('(224) [32] (624) [32] (528) [32]')
    expect([6, 7, 8, 9].map((block) => tried.place(13, block))).toEqual(places)
    expect(tried.extent(13)).toBe(extent)
  })

  test.each([
    [undefined, 20],
    ['next fit', 10],
    ['best fit', 30],
    ['worst fit', 30],
  ])('visits of next-fit-wins, %s', (label, expected) => {
    const tried = run('next-fit-wins', label)
    expect([10, 11, 12, 13].reduce((sum, operation) => sum + tried.visits(operation), 0)).toBe(expected)
  })
})

test('swiss-cheese', () => {
  const tried = run('swiss-cheese')
  expect(tried.extent(24)).toBe(2048)
  const { free, largestFree, freeChunks } = tried.moment(24).metrics
  expect([free, largestFree, freeChunks]).toEqual([1024, 128, 8])
  expect([tried.place(25, 16), tried.visits(25), tried.extent(25)]).toEqual([2048, 16, 2272])
  expect(run('swiss-cheese', 'the first eight freed').place(25, 16)).toBe(0)
})

describe('ostep-homework', () => {
  test.each([
    [undefined, 1008, 4, 84],
    ['-p WORST', 1016, 5, 67],
    ['-p FIRST', 1008, 4, 84],
    ['-p BEST -C', 1000, 1, 91],
  ])('%s', (label, fourth, freeChunks, largest) => {
    const tried = run('ostep-homework', label)
    const { chunks } = tried.moment(7)
    const { metrics, list } = tried.moment(10)
    expect(chunks.payload[chunks.names.indexOf('p[3]')]).toBe(fourth)
    expect([metrics.freeChunks, metrics.free]).toEqual([freeChunks, 91])
    expect(Math.max(...list.map(({ size }) => size))).toBe(largest)
  })
})

test('ostep-homework with merging ends at 1009', () => {
  expect(run('ostep-homework', '-p BEST -C').moment(10).list).toMatchObject([{ chunk: 1009, size: 91 }])
})

test('newest-first', () => {
  const lifo = run('newest-first')
  const byAddress = run('newest-first', 'by address')
  expect([lifo.place(7, 4), lifo.place(8, 5), lifo.extent(8)]).toEqual([160, 720, 1248])
  expect([byAddress.place(7, 4), byAddress.place(8, 5), byAddress.extent(8)]).toEqual([0, 160, 720])
})

test('size-classes', () => {
  const visits = [undefined, 'explicit list', 'segregated fits'].map((label) =>
    run('size-classes', label).visits(97),
  )
  expect(visits).toEqual([64, 32, 0])
})

test('buddy', () => {
  const tried = run('buddy')
  expect([0, 1, 2, 3].map((id) => tried.place(4, id))).toEqual([0, 32, 64, 96])
  expect(tried.place(7, 4)).toBe(128)
  const large = run('buddy', 'five times malloc(600)')
  expect([0, 1, 2, 3, 4].map((id) => large.place(5, id))).toEqual([0, 1024, 2048, 3072, -1])
})

test('k-and-r', () => {
  const tried = run('k-and-r')
  expect([1, 2, 3].map((operation) => tried.returned(operation))).toEqual([16272, 16144, 16096])
  expect(tried.returned(5)).toBe(16144)
  expect(tried.heap(5)).toContain(`(${1005 * 16})`)
  const { programBreak, brkStart } = tried.moment(5)
  expect(programBreak - brkStart).toBe(16384)
})

test('realloc-moves', () => {
  const tried = run('realloc-moves')
  expect([5, 6, 7].map((operation) => tried.heap(operation))).toEqual([
    '[224] (32) [32]',
    '(256) [32] [320]',
    '(256) [32] [64] (256)',
  ])
  expect(tried.place(7, 0)).toBe(288)
})

test('pinned-top', () => {
  const tried = run('pinned-top')
  expect(tried.heap(9)).toBe('(16064) [32]')
  const breaks = Array.from({ length: 10 }, (_, i) => tried.moment(i + 1).programBreak)
  expect(breaks.slice(4, 9).every((each) => each === breaks[4])).toBe(true)
  expect(breaks[9]).toBeLessThan(breaks[8]!)
})

test('out-of-memory', () => {
  const tried = run('out-of-memory')
  expect(tried.session.info().summary.failed).toBe(1)
  expect(tried.moment(3).step.sentence).toContain('ENOMEM')
  expect(text(chunkBytes(tried, 3, 0))).toBe('work')
})

test('overflow', () => {
  const tried = run('overflow')
  expect(tried.heap(3)).toBe('[48] [48] [48]')
  expect(tried.findings()).toContain('overflow')
  expect(Array.from(chunkBytes(tried, 4, 48).subarray(0, 8))).toEqual([0x31, 0, 0, 0, 0, 0, 0, 0])
  expect(Array.from(chunkBytes(tried, 5, 48).subarray(0, 8))).toEqual([0x41, 0, 0, 0, 0, 0, 0, 0])
  expect(text(chunkBytes(tried, 4, 96))).toBe('C'.repeat(24))
  expect(Array.from(chunkBytes(tried, 6, 48).subarray(56, 64))).toEqual([0x40, 0, 0, 0, 0, 0, 0, 0])
  expect(tried.heap(6)).toBe('[48] (64)')
  expect(tried.moment(6).walkProblem).not.toBeNull()
})

test('use-after-free', () => {
  const tried = run('use-after-free')
  expect(tried.findings()).toEqual(['use-after-free-write'])
  expect([tried.returned(1), tried.returned(4)]).toEqual([16, 16])
  expect(text(chunkBytes(tried, 6, 0))).toBe('Xours')
})

test('double-free', () => {
  const tried = run('double-free')
  expect(tried.findings()[0]).toBe('double-free')
  expect([6, 7, 8].map((operation) => tried.returned(operation))).toEqual([16, 16, 16])
})

test('guard-page', () => {
  const tried = run('guard-page')
  const info = tried.session.info()
  expect(info.ending).toMatchObject({ kind: 'fault', operation: 5 })
  const [a, b] = [tried.moment(1), tried.moment(2)].map((moment) => moment.step.chunk)
  expect(a! - b!).toBe(8192)
  expect(info.ending!.address).toBe(a! + 4096)
  const atEnd = run('guard-page', 'at the end of the page')
  // 100 bytes end 12 bytes before the guard page, which is how far 16-byte alignment lets them go.
  expect(atEnd.session.info().ending).toMatchObject({ kind: 'fault', operation: 4 })
})

test('big-blocks', () => {
  const tried = run('big-blocks')
  const payload = tried.moment(1).step.chunk
  // Linux lists the mapping and the three pages of thread data above it as one region.
  const region = (operation: number) => {
    const found = tried.moment(operation).regions.find(({ from, to }) => payload >= from && payload < to)
    return found === undefined ? 'unmapped' : [found.to - found.from - 3 * 4096, found.residentPages]
  }
  expect([1, 2, 11, 12].map(region)).toEqual([[1_003_520, 1], [1_003_520, 1], [1_003_520, 10], 'unmapped'])
})
