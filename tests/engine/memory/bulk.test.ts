import { describe, expect, test } from 'vitest'
import { FAR, smallMemory, TestMemory, WINDOW } from './support.ts'

describe('fill', () => {
  test('spans pages and leaves its neighbours alone', () => {
    const memory = smallMemory()
    memory.fill(WINDOW + 100, 0xaa, 8192)
    expect(memory.load8(WINDOW + 99)).toBe(0)
    expect(memory.load8(WINDOW + 100)).toBe(0xaa)
    expect(memory.load8(WINDOW + 8291)).toBe(0xaa)
    expect(memory.load8(WINDOW + 8292)).toBe(0)
  })

  test('stops at the first page that is not there', () => {
    const memory = smallMemory()
    expect(memory.fill(FAR + 3 * 4096 + 4000, 1, 5000)).toBe(false)
    expect(memory.fault).toEqual({ kind: 'unmapped', access: 'write', address: FAR + 4 * 4096, size: 5000 })
    expect(memory.load8(FAR + 4 * 4096 - 1)).toBe(1)
  })

  test('of nothing needs no memory', () => {
    expect(smallMemory().fill(0, 1, 0)).toBe(true)
  })
})

describe('copy', () => {
  test.each([
    ['up by one', 1],
    ['up by a page and a bit', 4100],
    ['up by a page', 4096],
    ['down by one', -1],
    ['down by a page and a bit', -4100],
  ])('overlapping, %s', (_name, distance) => {
    const memory = new TestMemory().map(WINDOW, 8)
    const bytes = Uint8Array.from({ length: 10000 }, (_, i) => (i * 7 + (i >> 8)) & 0xff)
    const from = WINDOW + 4200
    memory.write(from, bytes)
    expect(memory.copy(from + distance, from, bytes.length)).toBe(true)
    expect(memory.read(from + distance, bytes.length)).toEqual(bytes)
  })

  test('between the window and elsewhere', () => {
    const memory = smallMemory()
    const bytes = Uint8Array.from({ length: 6000 }, (_, i) => i & 0xff)
    memory.write(WINDOW + 5, bytes)
    memory.copy(FAR + 1000, WINDOW + 5, 6000)
    memory.copy(WINDOW + 7000, FAR + 1000, 6000)
    expect(memory.read(WINDOW + 7000, 6000)).toEqual(bytes)
  })

  test('of a fresh page makes zeros', () => {
    const memory = smallMemory()
    memory.fill(FAR, 9, 4096)
    expect(memory.copy(FAR, FAR + 4096, 4096)).toBe(true)
    expect(memory.load8(FAR + 4095)).toBe(0)
    expect(memory.residentPages).toBe(1)
  })

  test('keeps what it copied before the fault', () => {
    const memory = smallMemory()
    memory.fill(WINDOW, 3, 8192)
    expect(memory.copy(FAR + 3 * 4096, WINDOW, 8192)).toBe(false)
    expect(memory.fault).toEqual({ kind: 'unmapped', access: 'write', address: FAR + 4 * 4096, size: 8192 })
    expect(memory.load8(FAR + 3 * 4096)).toBe(3)
    expect(memory.copy(FAR, WINDOW - 10, 8192)).toBe(false)
    expect(memory.fault).toMatchObject({ access: 'read', address: WINDOW - 10 })
  })
})

test('read and write fault like loads and stores', () => {
  const memory = smallMemory()
  expect(memory.read(WINDOW + 4 * 4096 - 1, 2)).toBeNull()
  expect(memory.fault).toEqual({ kind: 'unmapped', access: 'read', address: WINDOW + 4 * 4096, size: 2 })
  expect(memory.write(WINDOW + 4 * 4096 - 1, Uint8Array.of(1, 2))).toBe(false)
  expect(memory.load8(WINDOW + 4 * 4096 - 1)).toBe(1)
})

test('peeking touches nothing and needs no permission', () => {
  const memory = smallMemory()
  memory.store64(FAR, 0x1122334455)
  memory.map(FAR, 1, 0)
  expect(memory.peek64(FAR)).toBe(0x1122334455)
  expect(memory.peek32(FAR + 1)).toBe(0x11223344)
  expect(memory.peek32(WINDOW + 1)).toBe(0)
  expect(memory.peekBytes(FAR - 2, 4)).toEqual(Uint8Array.of(0, 0, 0x55, 0x44))
  expect([memory.pageFaults, memory.residentPages, memory.fault]).toEqual([1, 1, null])
})

describe('pages given back or moved', () => {
  test.each([
    ['in the window', WINDOW],
    ['outside', FAR],
  ])('%s: come back as zeros', (_where, base) => {
    const memory = smallMemory()
    memory.fill(base, 1, 3 * 4096)
    memory.discard(base + 4096, base + 2 * 4096)
    expect(memory.residentPages).toBe(2)
    expect([memory.load8(base + 4095), memory.load8(base + 4096), memory.load8(base + 8192)]).toEqual([
      1, 0, 1,
    ])
    memory.store8(base + 4097, 5)
    expect(memory.load32(base + 4096)).toBe(0x500)
  })

  test('move with their bytes, the old place is fresh, and what lay at the new one is gone', () => {
    const memory = smallMemory()
    memory.store32(FAR, 1)
    memory.load8(FAR + 4096)
    memory.store32(WINDOW + 8192, 99)
    memory.movePages(FAR, WINDOW + 4096, 8192)
    expect(memory.load32(WINDOW + 4096)).toBe(1)
    expect(memory.load32(WINDOW + 8192)).toBe(0)
    expect(memory.load32(FAR)).toBe(0)
    expect(memory.residentPages).toBe(1)
  })
})

test('the window grows with the heap and keeps its bytes', () => {
  const memory = new TestMemory().map(WINDOW, 65537)
  const marks = [0, 63, 64, 1000, 30000, 65535, 65536]
  for (const page of marks) memory.store32(WINDOW + page * 4096 + 4, page + 1)
  for (const page of marks) expect(memory.load32(WINDOW + page * 4096 + 4)).toBe(page + 1)
  memory.store64(WINDOW + 65536 * 4096 - 4, 0x11223344556677)
  expect(memory.load64(WINDOW + 65536 * 4096 - 4)).toBe(0x11223344556677)
})
