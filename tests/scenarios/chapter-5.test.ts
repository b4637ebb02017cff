import { expect, test } from 'vitest'
import { run } from './support.ts'

test('realloc-moves', () => {
  const tried = run('realloc-moves')
  expect([5, 6, 7].map((call) => tried.heap(call))).toEqual([
    '[224] (32) [32]',
    '(256) [32] [320]',
    '(256) [32] [64] (256)',
  ])
  expect([5, 6, 7].map((call) => tried.place(call))).toEqual([0, 288, 288])
})

test('pinned-top', () => {
  const tried = run('pinned-top')
  expect(tried.heap(9)).toBe('(16064) [32]')
  const breaks = Array.from({ length: 10 }, (_, i) => tried.break(tried.operation(i + 1)))
  expect(breaks.slice(4, 9).every((each) => each === breaks[4])).toBe(true)
  expect(breaks[9]).toBeLessThan(breaks[8]!)
})

test('big-blocks', () => {
  const tried = run('big-blocks')
  const payload = tried.call(1).step.chunk
  // Linux lists the mapping and the three pages of thread data above it as one region.
  const region = (operation: number) => {
    const found = tried.at(operation).regions.find(({ from, to }) => payload >= from && payload < to)
    return found === undefined ? 'unmapped' : [found.to - found.from - 3 * 4096, found.residentPages]
  }
  const free = tried.operation(2)
  expect([tried.operation(1), free - 1, free].map(region)).toEqual([
    [1_003_520, 1],
    [1_003_520, 10],
    'unmapped',
  ])
})

test('out-of-memory', () => {
  const tried = run('out-of-memory')
  expect(tried.session.info().summary.failed).toBe(1)
  expect(tried.call(2).step.sentence).toContain('ENOMEM')
  expect(tried.variable(tried.last, 'q').value).toBe('NULL')
  expect(tried.variable(tried.last, 'p').value).toContain('"work"')
})

test('out-of-memory: who overwrites p has lost the block, and faults', () => {
  const tried = run('out-of-memory', 'p = realloc(p, 100000)')
  expect(tried.session.info().ending).toMatchObject({ kind: 'fault', address: 0 })
  expect(tried.heap(2)).toContain('[10016]')
})
