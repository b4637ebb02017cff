import { expect, test } from 'vitest'
import { changed, run } from './support.ts'

test('first-look', () => {
  const tried = run('first-look')
  const split = tried.kinds(tried.operation(5)).indexOf('split') + 1
  expect(tried.heap(5, split - 1)).toBe('(128) [80] [48]')
  expect([5, 6, 7].map((call) => tried.heap(call))).toEqual([
    '[64] (64) [80] [48]',
    '[64] (144) [48]',
    '(208) [48]',
  ])
})

test.each([
  [192, '[208] [48]'],
  [193, '(208) [48] [224]'],
])('first-look: malloc(%i) at the end', (size, heap) => {
  const tried = changed('first-look', 'free(d);', `free(d);\n  char *e = malloc(${size});`)
  expect(tried.heap(8)).toBe(heap)
})

test('the-break: the break counts bytes, the mapped region pages', () => {
  const tried = run('the-break')
  const { brkStart, programBreak, regions, program } = tried.call(1)
  expect([brkStart, programBreak]).toEqual([0x555555559000, 0x555555559064])
  expect(regions.find(({ name }) => name === '[heap]')).toMatchObject({ from: brkStart, to: brkStart + 4096 })
  expect(program!.stack[0]!.function).toBe('main')
  const stores = ['b[0] = 1', 'b[99] = 2', 'b[100] = 3', 'b[4095] = 4'].map((store) => tried.statement(store))
  expect(stores.every((operation) => operation > 0 && operation < tried.last)).toBe(true)
})

test('the-break: b[4096] is the first store to fail, and those behind the break are told', () => {
  const tried = run('the-break')
  const { ending } = tried.session.info()
  expect(ending).toMatchObject({ kind: 'fault', signal: 'SIGSEGV', address: 0x55555555a000 })
  expect(tried.at(tried.last).text).toBe('b[4096] = 5;')
  expect(tried.findings().slice(0, 2)).toEqual(['overflow the-break.c:7', 'overflow the-break.c:8'])
  expect(tried.findings()).toContain('fault the-break.c:9')
})

test('bump', () => {
  const tried = run('bump')
  expect([1, 2, 3].map((call) => tried.returned(call))).toEqual([0, 10, 20])
  expect(tried.break(tried.last)).toBe(100_120)
  const { syscalls, peakLive } = tried.session.info().summary
  expect([syscalls, peakLive]).toEqual([1003, 220])
})

test('bump: the program’s own malloc gives the same addresses, and is told what is wrong with them', () => {
  const tried = run('bump', 'the program’s own malloc')
  // Each malloc is two calls: its own, behind that of sbrk.
  expect([2, 4, 6].map((call) => tried.returned(call))).toEqual([0, 10, 20])
  expect(tried.break(tried.last)).toBe(100_120)
  expect(tried.findings()).toEqual(['misaligned-pointer bump.c:5', 'unused-hole bump.c:8'])
})

test('linked-blocks', () => {
  const tried = run('linked-blocks')
  expect(tried.linkedBlocks(tried.statement('free(a)'))).toBe('+0 [112] +144 [32] +208 [32]')
  expect(['a', 'b', 'c'].map((name) => tried.pointer(tried.statement('free(a)'), name))).toEqual([
    32, 176, 240,
  ])
  expect(tried.break(tried.statement('free(a)'))).toBe(272)
  expect(tried.linkedBlocks(tried.statement('free(b)'))).toBe('+0 [48] +80 (32) +144 [32] +208 [32]')
  expect(tried.linkedBlocks(tried.last)).toBe('+0 (240)')
  expect(tried.break(tried.last)).toBe(272)
  expect(tried.findings()).toEqual([])
})
