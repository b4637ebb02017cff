import { describe, expect, test } from 'vitest'
import { run } from './support.ts'

test('block-cost', () => {
  const tried = run('block-cost')
  expect(tried.heap(5)).toBe('[32] [32] [48] [48] [64]')
  const first = tried.operation(1)
  expect(tried.bytes(first, 0)[0]).toBe(0x21)
  expect(run('block-cost', '100 blocks of 1 byte').extent(100)).toBe(3200)
  expect(run('block-cost', 'one block of 1000').extent(1)).toBe(1024)
})

test.each([
  ['100 blocks of 1 byte', 100, 0.031],
  ['one block of 1000', 1, 0.977],
])('block-cost: utilization of %s', (label, calls, expected) => {
  const { live, chunkBytes } = run('block-cost', label).call(calls).metrics
  expect(live / chunkBytes).toBeCloseTo(expected, 3)
})

test('split-or-not', () => {
  expect(run('split-or-not').heap(4)).toBe('[224] [32]')
  expect(run('split-or-not', 'malloc(176)').heap(4)).toBe('[192] (32) [32]')
  expect(run('split-or-not', 'malloc(144), split from 64').heap(4)).toBe('[160] (64) [32]')
  expect(run('split-or-not', 'malloc(145), split from 64').heap(4)).toBe('[224] [32]')
})

test('four-merges', () => {
  const tried = run('four-merges')
  expect([7, 8, 9, 10, 11].map((call) => tried.heap(call))).toEqual([
    '[64] (64) [64] [64] [64] [64]',
    '(128) [64] [64] [64] [64]',
    '(128) [64] (64) [64] [64]',
    '(128) [64] (128) [64]',
    '(320) [64]',
  ])
})

test('four-merges: the footer in front of c says how large the free chunk is', () => {
  const tried = run('four-merges')
  const footer = tried.bytes(tried.operation(10), 0).subarray(120, 128)
  expect(Array.from(footer)).toEqual([128, 0, 0, 0, 0, 0, 0, 0])
})

describe('merge-when', () => {
  test.each([
    [undefined, '(256) [32]', 0, 288, 1],
    ['deferred', '(64) (64) (64) (64) [32]', 0, 288, 6],
    ['never', '(64) (64) (64) (64) [32]', 288, 512, 5],
  ])('%s', (label, before, place, extent, visits) => {
    const tried = run('merge-when', label)
    expect([tried.heap(9), tried.place(10), tried.extent(10), tried.visits(10)]).toEqual([
      before,
      place,
      extent,
      visits,
    ])
  })
})
