import { describe, expect, test } from 'vitest'
import { MAP_FIXED, type Process } from '../../../src/engine/kernel/index.ts'
import { PROT_NONE } from '../../../src/engine/memory/index.ts'
import { hex } from '../../../src/engine/units.ts'
import { anon, maps, PAGE, peek, probe } from './probe.ts'

/** brk with an offset from the first break, and the answer as such. */
function brk(process: Process, offset: number): string {
  return hex(process.brk(process.brkStart + offset) - process.brkStart)
}

// The facts are those of Linux 6.18 (the oracle's probes/brk.out).
describe('brk', () => {
  test('keeps the break to the byte and maps whole pages up to it', () => {
    const process = probe()
    const b0 = process.brkStart
    expect(process.brk(0)).toBe(b0)
    expect(peek(process, b0)).toBe('SIGSEGV')
    expect(brk(process, 1)).toBe('0x1')
    expect([b0, b0 + 0xfff, b0 + 0x1000].map((at) => peek(process, at))).toEqual(['0x0', '0x0', 'SIGSEGV'])
    expect(maps(process, b0, b0 + 4 * PAGE)).toEqual(['+0x0..+0x1000 rw-p'])
    expect(brk(process, 0x1001)).toBe('0x1001')
    expect(process.brk(0)).toBe(b0 + 0x1001)
    expect(maps(process, b0, b0 + 4 * PAGE)).toEqual(['+0x0..+0x2000 rw-p'])
  })

  test('a page given back comes back as zeros, that of the break stays', () => {
    const process = probe()
    const b0 = process.brkStart
    brk(process, 0x1001)
    process.memory.store8(b0 + PAGE + 100, 0x77)
    process.memory.store8(b0 + 100, 0x55)
    expect(brk(process, 0x800)).toBe('0x800')
    expect([b0 + 100, b0 + 0x1064].map((at) => peek(process, at))).toEqual(['0x55', 'SIGSEGV'])
    brk(process, 0x2000)
    expect([b0 + 100, b0 + 0x1064].map((at) => peek(process, at))).toEqual(['0x55', '0x0'])
  })

  test('refuses below the start and beyond the address space', () => {
    const process = probe()
    brk(process, 0x2000)
    expect(brk(process, -1)).toBe('0x2000')
    expect(process.brk(1)).toBe(process.brkStart + 0x2000)
    expect(brk(process, 0)).toBe('0x0')
    for (const address of [2 ** 47, 2 ** 63, -1, 2 ** 64]) expect(process.brk(address)).toBe(process.brkStart)
    expect(brk(process, 2 ** 28)).toBe('0x10000000')
    expect(brk(process, 0)).toBe('0x0')
  })

  test('leaves a free page before the next mapping', () => {
    const process = probe()
    const b0 = process.brkStart
    expect(anon(process, PAGE, b0 + 16 * PAGE, MAP_FIXED)).toBe(b0 + 0x10000)
    const answers = [0xe000, 0xf000, 0x10000, 0x10001, 0x20000].map((offset) => brk(process, offset))
    expect(answers).toEqual(['0xe000', '0xf000', '0xf000', '0xf000', '0xf000'])
    expect(maps(process, b0, b0 + 32 * PAGE)).toEqual(['+0x0..+0xf000 rw-p', '+0x10000..+0x11000 rw-p'])
  })

  test('is not disturbed by a hole in the heap', () => {
    const process = probe()
    const b0 = process.brkStart
    brk(process, 0x8000)
    process.munmap(b0 + 3 * PAGE, PAGE)
    expect(maps(process, b0, b0 + 32 * PAGE)).toEqual(['+0x0..+0x3000 rw-p', '+0x4000..+0x8000 rw-p'])
    expect([0x9000, 0x2000, 0x5000].map((offset) => brk(process, offset))).toEqual([
      '0x9000',
      '0x2000',
      '0x5000',
    ])
    expect(maps(process, b0, b0 + 32 * PAGE)).toEqual(['+0x0..+0x5000 rw-p'])
    process.mprotect(b0, PAGE, PROT_NONE)
    expect(brk(process, 0)).toBe('0x0')
  })

  test('does not go down over pages that are all gone', () => {
    const process = probe()
    brk(process, 0x4000)
    process.munmap(process.brkStart + 0x2000, 0x2000)
    expect(brk(process, 0x2000)).toBe('0x4000')
    expect(brk(process, 0x1000)).toBe('0x1000')
  })
})

describe('sbrk of the C library', () => {
  test('answers the old break', () => {
    const process = probe()
    const b0 = process.brkStart
    expect([0, 100, 0, -50].map((by) => process.sbrk(by) - b0)).toEqual([0, 0, 100, 100])
    expect(process.programBreak - b0).toBe(50)
  })

  test('reports success below the start, although nothing moved', () => {
    const process = probe()
    process.sbrk(50)
    expect(process.sbrk(-1000)).toBe(process.brkStart + 50)
    expect(process.programBreak).toBe(process.brkStart + 50)
    expect(process.errno).toBe(0)
  })

  test.each([2 ** 46, 2 ** 63, -(2 ** 62)])('sbrk(%d) is ENOMEM', (increment) => {
    const process = probe()
    expect(process.sbrk(increment)).toBe(-1)
    expect(process.errno).toBe(12)
    expect(process.programBreak).toBe(process.brkStart)
  })

  test('sbrk(0) makes no system call', () => {
    const process = probe()
    process.sbrk(0)
    expect(process.syscalls).toBe(0)
    process.sbrk(1)
    process.brk(0)
    expect(process.syscalls).toBe(2)
  })
})

test('a million small steps of the break are quick', () => {
  const process = probe()
  for (let i = 0; i < 1e6; i++) process.sbrk(16)
  expect(process.programBreak - process.brkStart).toBe(16e6)
  expect(process.syscalls).toBe(1e6)
})
