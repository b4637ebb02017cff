import { describe, expect, test } from 'vitest'
import { run } from './support.ts'

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
    ['best-fit-wins', '100 400 400 200, first fit', [0, 256, 912, 1472], 1696],
    ['best-fit-wins', '100 400 400 200, next fit', [0, 256, 912, 1472], 1696],
    ['best-fit-wins', '100 400 400 200, best fit', [0, 912, 256, 1472], 1696],
    ['best-fit-wins', '100 400 400 200, worst fit', [256, 912, 384, 0], 1472],
  ])('%s, %s', (id, label, places, extent) => {
    const tried = run(id, label)
    expect(tried.heap(9)).toBe('(224) [32] (624) [32] (528) [32]')
    expect(tried.extent(9)).toBe(1472)
    expect([10, 11, 12, 13].map((call) => tried.place(call))).toEqual(places)
    expect(tried.extent(13)).toBe(extent)
  })

  test.each([
    [undefined, 20],
    ['next fit', 10],
    ['best fit', 30],
    ['worst fit', 30],
  ])('visits of next-fit-wins, %s', (label, expected) => {
    const tried = run('next-fit-wins', label)
    expect([10, 11, 12, 13].reduce((sum, call) => sum + tried.visits(call), 0)).toBe(expected)
  })

  test('first-fit-wins: 500 leaves best fit with 96 bytes of the hole of 624', () => {
    expect(run('first-fit-wins', 'best fit').heap(12)).toContain('[528] (96)')
  })

  test.each([
    [undefined, [96, 96, 112]],
    ['next fit', [96, 96, 112]],
    ['worst fit', [96, 96, 112]],
  ])('best-fit-wins: what is left for the last request, %s', (label, left) => {
    const free = run('best-fit-wins', label)
      .heap(12)
      .match(/\d+(?=\))/g)!
    expect(free.map(Number).toSorted((a, b) => a - b)).toEqual(left)
  })
})

test('swiss-cheese', () => {
  const tried = run('swiss-cheese')
  expect(tried.extent(24)).toBe(2048)
  const { free, largestFree, freeChunks } = tried.call(24).metrics
  expect([free, largestFree, freeChunks]).toEqual([1024, 128, 8])
  expect([tried.place(25), tried.visits(25), tried.extent(25)]).toEqual([2048, 16, 2272])
  const inOnePiece = run('swiss-cheese', 'the first eight freed')
  expect(inOnePiece.call(24).metrics.largestFree).toBe(1024)
  expect(inOnePiece.place(25)).toBe(0)
})

describe('ostep-homework', () => {
  test.each([
    [undefined, 1008, 4, 84],
    ['-p WORST', 1016, 5, 67],
    ['-p FIRST', 1008, 4, 84],
    ['-p BEST -C', 1000, 1, 91],
  ])('%s', (label, fourth, freeChunks, largest) => {
    const tried = run('ostep-homework', label)
    const { chunks } = tried.call(7)
    const { metrics, list } = tried.call(10)
    expect(chunks.payload[chunks.names.indexOf('p[3]')]).toBe(fourth)
    expect([metrics.freeChunks, metrics.free]).toEqual([freeChunks, 91])
    expect(Math.max(...list.map(({ size }) => size))).toBe(largest)
  })

  test('with merging ends at 1009', () => {
    expect(run('ostep-homework', '-p BEST -C').call(10).list).toMatchObject([{ chunk: 1009, size: 91 }])
  })
})
