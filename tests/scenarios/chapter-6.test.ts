import { expect, test } from 'vitest'
import { run } from './support.ts'

/** The C string that begins behind a chunk's header. */
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(8)).split('\0')[0]

/** A header as its bytes lie in memory. */
const header = (value: number) => [value, 0, 0, 0, 0, 0, 0, 0]

test('overflow', () => {
  const tried = run('overflow')
  const memset = tried.statement("memset(a, 'A', 41)")
  const first8 = (operation: number) => Array.from(tried.bytes(operation, 48).subarray(0, 8))
  expect(tried.heap(3)).toBe('[48] [48] [48]')
  expect([memset - 1, memset].map(first8)).toEqual([header(0x31), header(0x41)])
  expect(text(tried.bytes(memset - 1, 96))).toBe('C'.repeat(24))
  const free = tried.operation(4)
  expect(Array.from(tried.bytes(free, 48).subarray(56, 64))).toEqual(header(0x40))
  expect(tried.variable(tried.last, 'c').value).toContain('"@"')
  expect(tried.heap(4)).toBe('[48] (64)')
  // Behind these 112 bytes a walk takes eight bytes of C for a size.
  expect(tried.at(free).walkProblem).toContain('goes past the end of the heap')
  expect(tried.findings()[0]).toBe('overflow overflow.c:9')
})

test('use-after-free', () => {
  const tried = run('use-after-free')
  expect([tried.returned(1), tried.returned(3)]).toEqual([16, 16])
  expect(tried.printed()).toBe('Xours\n')
})

test('double-free', () => {
  const tried = run('double-free')
  expect(tried.findings()[0]).toBe('double-free double-free.c:8')
  expect([1, 6, 7, 8].map((call) => tried.returned(call))).toEqual([16, 16, 16, 16])
})

test('double-free: the link in a points to a, and b has dropped off the list', () => {
  const { list, brkStart } = run('double-free').call(5)
  expect(new Set(list.map(({ chunk }) => chunk - brkStart))).toEqual(new Set([8]))
})
