import { expect, test } from 'vitest'
import { run } from './support.ts'

test('newest-first', () => {
  const lifo = run('newest-first')
  const byAddress = run('newest-first', 'by address')
  expect([lifo.place(7), lifo.place(8), lifo.extent(8)]).toEqual([160, 720, 1248])
  expect([byAddress.place(7), byAddress.place(8), byAddress.extent(8)]).toEqual([0, 160, 720])
})

test('size-classes', () => {
  const visits = [undefined, 'explicit list', 'segregated fits'].map((label) =>
    run('size-classes', label).visits(97),
  )
  expect(visits).toEqual([64, 32, 0])
})

test('buddy', () => {
  const tried = run('buddy')
  expect([1, 2, 3, 4].map((call) => tried.place(call))).toEqual([0, 32, 64, 96])
  expect(tried.place(7)).toBe(128)
  const large = run('buddy', 'five times malloc(600)')
  expect([1, 2, 3, 4, 5].map((call) => large.place(call))).toEqual([0, 1024, 2048, 3072, -1])
  expect(large.call(5).metrics.live).toBe(2400)
})

test('k-and-r', () => {
  const tried = run('k-and-r')
  expect([1, 2, 3].map((call) => tried.returned(call))).toEqual([16272, 16144, 16096])
  expect(tried.returned(5)).toBe(16144)
  expect(tried.heap(5)).toContain(`(${1005 * 16})`)
  expect(tried.break(tried.last)).toBe(16384)
  expect(tried.session.info().summary.syscalls).toBe(1)
})

test('guard-page', () => {
  const tried = run('guard-page')
  const info = tried.session.info()
  expect(tried.at(tried.last).text).toBe('a[4096] = 1;')
  expect(tried.returned(1) - tried.returned(2)).toBe(8192)
  expect(info.ending).toMatchObject({ kind: 'fault', address: tried.call(1).step.chunk + 4096 })
})

test('guard-page, with blocks at the end of the page', () => {
  // 100 bytes end 12 bytes before the guard page, which is how far 16-byte alignment lets them go.
  const tried = run('guard-page', 'at the end of the page')
  expect(tried.session.info().ending!.kind).toBe('fault')
  expect(tried.at(tried.last).text).toBe('a[4095] = 1;')
})
