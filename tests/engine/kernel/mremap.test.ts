import { describe, expect, test } from 'vitest'
import { MREMAP_FIXED, MREMAP_MAYMOVE } from '../../../src/engine/kernel/index.ts'
import { anon, MIB, maps, PAGE, peek, probe, rel, T } from './probe.ts'

const MOVE = MREMAP_MAYMOVE

// The facts are those of Linux 6.18 (the oracle's probes/mremap.out).
describe('mremap', () => {
  test('grows in place or moves, shrinks in place', () => {
    const process = probe()
    const a = anon(process, 4 * PAGE)
    process.memory.fill(a, 0x11, 4 * PAGE)
    expect(rel(process.mremap(a, 4 * PAGE, 6 * PAGE, 0))).toBe('ENOMEM')
    const m = process.mremap(a, 4 * PAGE, 6 * PAGE, MOVE)
    expect(rel(m)).toBe('T-0xa000')
    expect([m, m + 0x3fff, m + 0x4000, a].map((at) => peek(process, at))).toEqual([
      '0x11',
      '0x11',
      '0x0',
      'SIGSEGV',
    ])
    expect(rel(process.mremap(m, 6 * PAGE, 8 * PAGE, MOVE))).toBe('T-0xa000')
    expect(rel(process.mremap(m, 8 * PAGE, 10 * PAGE, 0))).toBe('T-0xa000')
    const n = process.mremap(m, 10 * PAGE, 11 * PAGE, MOVE)
    expect(rel(n)).toBe('T-0x15000')
    expect(rel(process.mremap(n, 11 * PAGE, 3 * PAGE, MOVE))).toBe('T-0x15000')
    expect([n + 0x2fff, n + 0x3000].map((at) => peek(process, at))).toEqual(['0x11', 'SIGSEGV'])
    expect(rel(process.mremap(n, 3 * PAGE, 2 * PAGE + 1, 0))).toBe('T-0x15000')
  })

  test('refuses as Linux does', () => {
    const process = probe()
    const m = anon(process, 3 * PAGE)
    expect(rel(process.mremap(m + 1, 3 * PAGE, 4 * PAGE, MOVE))).toBe('EINVAL')
    expect(rel(process.mremap(m, 3 * PAGE, 0, MOVE))).toBe('EINVAL')
    expect(rel(process.mremap(m, 0, PAGE, MOVE))).toBe('EINVAL')
    expect(rel(process.mremap(m, 4 * PAGE, 5 * PAGE, MOVE))).toBe('EFAULT')
    expect(rel(process.mremap(T - 1000 * PAGE, PAGE, 2 * PAGE, MOVE))).toBe('EFAULT')
    expect(rel(process.mremap(m, PAGE, 2 * PAGE, 8))).toBe('EINVAL')
    expect(rel(process.mremap(m, PAGE, 2 * PAGE, MREMAP_FIXED, T - MIB))).toBe('EINVAL')
    expect(rel(process.mremap(m, 3 * PAGE, 2 ** 47, MOVE))).toBe('EINVAL')
  })

  test('a part of a region that is one with its neighbours moves, and stays apart', () => {
    const process = probe()
    anon(process, 2 * PAGE)
    const middle = anon(process, 2 * PAGE)
    anon(process, 2 * PAGE)
    expect(maps(process, T - 16 * PAGE, T)).toEqual(['+0xa000..+0x10000 rw-p'])
    expect(rel(process.mremap(middle, 2 * PAGE, 3 * PAGE, MOVE))).toBe('T-0x9000')
    expect(maps(process, T - 16 * PAGE, T)).toEqual([
      '+0x7000..+0xa000 rw-p',
      '+0xa000..+0xc000 rw-p',
      '+0xe000..+0x10000 rw-p',
    ])
  })

  test('a move to a multiple of 2 MiB is aligned as by mmap', () => {
    const process = probe()
    anon(process, 5 * PAGE)
    const a = anon(process, MIB)
    expect(rel(a)).toBe('T-0x105000')
    const b = process.mremap(a, MIB, 2 * MIB, MOVE)
    expect(rel(b)).toBe('T-0x400000')
    const c = process.mremap(b, 2 * MIB, 4 * MIB, MOVE)
    expect(rel(c)).toBe('T-0x800000')
    expect(rel(process.mremap(c, 4 * MIB, 4 * MIB + PAGE, MOVE))).toBe('T-0x800000')
  })

  test('to a fixed place', () => {
    const process = probe()
    const a = anon(process, 2 * PAGE)
    process.memory.fill(a, 0x22, 2 * PAGE)
    const to = T - 64 * PAGE
    anon(process, PAGE, to)
    process.memory.store8(to + PAGE, 9)
    const fixed = MOVE | MREMAP_FIXED
    expect(rel(process.mremap(a, 2 * PAGE, 2 * PAGE, fixed, a + PAGE))).toBe('EINVAL')
    expect(rel(process.mremap(a, 2 * PAGE, 2 * PAGE, fixed, to + 1))).toBe('EINVAL')
    expect(rel(process.mremap(a, 2 * PAGE, 2 * PAGE, fixed, to))).toBe('T-0x40000')
    expect([to, to + PAGE, a].map((at) => peek(process, at))).toEqual(['0x22', '0x22', 'SIGSEGV'])
    expect(rel(process.mremap(to, 2 * PAGE, PAGE, fixed, a))).toBe('T-0x2000')
    expect([a, a + PAGE, to, to + PAGE].map((at) => peek(process, at))).toEqual([
      '0x22',
      'SIGSEGV',
      'SIGSEGV',
      'SIGSEGV',
    ])
  })
})
