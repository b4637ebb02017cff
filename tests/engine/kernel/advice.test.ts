import { describe, expect, test } from 'vitest'
import { MADV_DONTNEED, MADV_FREE, MADV_WILLNEED } from '../../../src/engine/kernel/index.ts'
import { PROT_NONE, PROT_READ } from '../../../src/engine/memory/index.ts'
import { anon, maps, ok, PAGE, peek, probe, RW } from './probe.ts'

// The facts are those of Linux 6.18 (the oracle's probes/madvise.out).
describe('madvise', () => {
  test('MADV_DONTNEED makes pages read as zeros and cuts nothing', () => {
    const process = probe()
    const a = anon(process, 8 * PAGE)
    process.memory.fill(a, 0x44, 8 * PAGE)
    expect(process.residentBytes).toBe(8 * PAGE)
    expect(ok(process.madvise(a + PAGE, 2 * PAGE, MADV_DONTNEED))).toBe('0')
    expect(process.residentBytes).toBe(6 * PAGE)
    const bytes = [0, 0x1000, 0x2fff, 0x3000].map((at) => peek(process, a + at))
    expect(bytes).toEqual(['0x44', '0x0', '0x0', '0x44'])
    expect(maps(process, a, a + 8 * PAGE)).toEqual(['+0x0..+0x8000 rw-p'])
    expect(ok(process.madvise(a + 4 * PAGE, 1, MADV_DONTNEED))).toBe('0')
    expect(peek(process, a + 5 * PAGE - 1)).toBe('0x0')
  })

  test('errors', () => {
    const process = probe()
    const a = anon(process, PAGE)
    expect(ok(process.madvise(a + 1, PAGE, MADV_DONTNEED))).toBe('EINVAL')
    expect(ok(process.madvise(a, 0, MADV_DONTNEED))).toBe('0')
    expect(ok(process.madvise(a, PAGE, 77))).toBe('EINVAL')
    expect(ok(process.madvise(a, -1, MADV_DONTNEED))).toBe('EINVAL')
    expect(ok(process.madvise(a, PAGE, MADV_WILLNEED))).toBe('0')
  })

  test('a hole is an error after both sides have been done', () => {
    const process = probe()
    const a = anon(process, 5 * PAGE)
    process.memory.fill(a, 0x66, 5 * PAGE)
    process.munmap(a + 2 * PAGE, PAGE)
    expect(ok(process.madvise(a, 5 * PAGE, MADV_DONTNEED))).toBe('ENOMEM')
    expect([peek(process, a), peek(process, a + 3 * PAGE)]).toEqual(['0x0', '0x0'])
  })

  test('MADV_FREE keeps the contents', () => {
    const process = probe()
    const a = anon(process, 3 * PAGE)
    process.memory.fill(a, 0x55, 3 * PAGE)
    expect(ok(process.madvise(a, 3 * PAGE, MADV_FREE))).toBe('0')
    expect(peek(process, a)).toBe('0x55')
  })

  test('works on the brk heap', () => {
    const process = probe()
    const b0 = process.brkStart
    process.brk(b0 + 4 * PAGE)
    process.memory.fill(b0, 0x77, 4 * PAGE)
    expect(ok(process.madvise(b0 + PAGE, PAGE, MADV_DONTNEED))).toBe('0')
    expect([peek(process, b0 + PAGE), peek(process, b0 + 2 * PAGE)]).toEqual(['0x0', '0x77'])
  })
})

describe('mprotect', () => {
  test('cuts a region, and joins it again', () => {
    const process = probe()
    const a = anon(process, 4 * PAGE)
    process.memory.fill(a, 1, 4 * PAGE)
    expect(ok(process.mprotect(a + PAGE, PAGE, PROT_NONE))).toBe('0')
    expect(peek(process, a + PAGE)).toBe('SIGSEGV')
    expect(maps(process, a, a + 4 * PAGE)).toEqual([
      '+0x0..+0x1000 rw-p',
      '+0x1000..+0x2000 ---p',
      '+0x2000..+0x4000 rw-p',
    ])
    expect(ok(process.mprotect(a + PAGE, 1, RW))).toBe('0')
    expect(peek(process, a + PAGE)).toBe('0x1')
    expect(maps(process, a, a + 4 * PAGE)).toEqual(['+0x0..+0x4000 rw-p'])
  })

  test('does what it can before a hole', () => {
    const process = probe()
    const a = anon(process, 4 * PAGE)
    process.munmap(a + 2 * PAGE, PAGE)
    expect(ok(process.mprotect(a, 4 * PAGE, PROT_READ))).toBe('ENOMEM')
    expect(maps(process, a, a + 4 * PAGE)).toEqual(['+0x0..+0x2000 r--p', '+0x3000..+0x4000 rw-p'])
  })

  test('errors', () => {
    const process = probe()
    const a = anon(process, PAGE)
    expect(ok(process.mprotect(a + 1, PAGE, RW))).toBe('EINVAL')
    expect(ok(process.mprotect(a, PAGE, 64))).toBe('EINVAL')
    expect(ok(process.mprotect(a, 0, RW))).toBe('0')
    expect(ok(process.mprotect(a, -PAGE, RW))).toBe('ENOMEM')
  })
})
