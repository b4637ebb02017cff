import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differingBytes } from '../../../src/engine/memory/index.ts'
import { FAR, smallMemory, WINDOW } from './support.ts'

describe('differing bytes', () => {
  test('are counted within their bounds, over the ends of pages', () => {
    const memory = smallMemory()
    memory.store32(WINDOW + 4092, 0x01010101)
    const before = memory.snapshot()
    memory.store32(WINDOW + 4094, 0x02020202)
    const after = memory.snapshot()
    expect(differingBytes(before, after, WINDOW, WINDOW + 8192)).toBe(4)
    expect(differingBytes(after, before, WINDOW + 4095, WINDOW + 4097)).toBe(2)
    expect(differingBytes(before, after, WINDOW, WINDOW + 4094)).toBe(0)
    expect(differingBytes(before, after, WINDOW + 4094, WINDOW + 4094)).toBe(0)
  })

  test('of pages that were never written are those that are not zero', () => {
    const memory = smallMemory()
    const before = memory.snapshot()
    memory.load8(FAR + 4096)
    memory.store8(FAR, 7)
    const after = memory.snapshot()
    expect(differingBytes(before, after, FAR, FAR + 8192)).toBe(1)
    memory.store8(FAR, 0)
    expect(differingBytes(before, memory.snapshot(), FAR, FAR + 8192)).toBe(0)
  })

  test('are those that peeking finds', () => {
    const writes = fc.array(fc.tuple(fc.nat(8191), fc.nat(3)), { maxLength: 30 })
    fc.assert(
      fc.property(writes, writes, fc.nat(8192), fc.nat(8192), (first, second, from, length) => {
        const memory = smallMemory()
        for (const [at, byte] of first) memory.store8(WINDOW + at, byte)
        const before = memory.snapshot()
        const was = memory.peekBytes(WINDOW, 8192)
        for (const [at, byte] of second) memory.store8(WINDOW + at, byte)
        const is = memory.peekBytes(WINDOW, 8192)
        const to = Math.min(8192, from + length)
        const found = is.subarray(from, to).filter((byte, i) => byte !== was[from + i]).length
        expect(differingBytes(before, memory.snapshot(), WINDOW + from, WINDOW + to)).toBe(found)
      }),
      { seed: 5, numRuns: 60 },
    )
  })
})
