import { describe, expect, test } from 'vitest'
import { MAP_FIXED, MAP_FIXED_NOREPLACE, MAP_PRIVATE, Process } from '../../../src/engine/kernel/index.ts'
import { PROT_NONE, PROT_READ } from '../../../src/engine/memory/index.ts'
import { anon, MIB, maps, ok, PAGE, peek, probe, RW, rel, T } from './probe.ts'

// The facts are those of Linux 6.18 (the oracle's probes/mmap.out).
describe('mmap without an address', () => {
  test('goes one below the other, without gaps', () => {
    const process = probe()
    const places = [PAGE, 3 * PAGE, 10000, 1].map((length) => rel(anon(process, length)))
    expect(places).toEqual(['T-0x1000', 'T-0x4000', 'T-0x7000', 'T-0x8000'])
  })

  test('takes the highest hole that is large enough, from its top', () => {
    const process = probe()
    for (const length of [PAGE, 3 * PAGE, 10000, 1]) anon(process, length)
    expect(ok(process.munmap(T - 4 * PAGE, 3 * PAGE))).toBe('0')
    const places = [16384, 4096, 8192].map((length) => rel(anon(process, length)))
    expect(places).toEqual(['T-0xc000', 'T-0x2000', 'T-0x4000'])
  })

  // Length, whether a mapping of 5 pages lies above it, and where it, one page and 2 MiB go after it.
  test.each([
    [0x1ff000, false, 'T-0x1ff000', 'T-0x200000', 'T-0x400000'],
    [0x1ff000, true, 'T-0x204000', 'T-0x205000', 'T-0x600000'],
    [0x200000, false, 'T-0x200000', 'T-0x201000', 'T-0x600000'],
    [0x200000, true, 'T-0x400000', 'T-0x6000', 'T-0x600000'],
    [0x201000, false, 'T-0x201000', 'T-0x202000', 'T-0x600000'],
    [0x201000, true, 'T-0x206000', 'T-0x207000', 'T-0x600000'],
    [0x300000, false, 'T-0x300000', 'T-0x301000', 'T-0x600000'],
    [0x300000, true, 'T-0x305000', 'T-0x306000', 'T-0x600000'],
    [0x400000, false, 'T-0x400000', 'T-0x401000', 'T-0x800000'],
    [0x400000, true, 'T-0x600000', 'T-0x6000', 'T-0x800000'],
    [0x3fffff, false, 'T-0x400000', 'T-0x401000', 'T-0x800000'],
    [0x3fffff, true, 'T-0x600000', 'T-0x6000', 'T-0x800000'],
    [0x400001, false, 'T-0x401000', 'T-0x402000', 'T-0x800000'],
    [0x400001, true, 'T-0x406000', 'T-0x407000', 'T-0x800000'],
    [0x600000, false, 'T-0x600000', 'T-0x601000', 'T-0xa00000'],
    [0x600000, true, 'T-0x800000', 'T-0x6000', 'T-0xa00000'],
    [0x4000000, false, 'T-0x4000000', 'T-0x4001000', 'T-0x4400000'],
    [0x4000000, true, 'T-0x4200000', 'T-0x6000', 'T-0x4400000'],
    [0x40000000, false, 'T-0x40000000', 'T-0x40001000', 'T-0x40400000'],
    [0x40000000, true, 'T-0x40200000', 'T-0x6000', 'T-0x40400000'],
  ])('%i bytes, below a mapping: %s', (length, isBelow, first, page, huge) => {
    const process = probe()
    if (isBelow) anon(process, 5 * PAGE)
    expect([length, PAGE, 2 * MIB].map((bytes) => rel(anon(process, bytes)))).toEqual([first, page, huge])
  })

  test('neighbours of the same kind are one region', () => {
    const process = probe()
    const lines = () => maps(process, T - 16 * PAGE, T)
    anon(process, 4 * PAGE)
    anon(process, 4 * PAGE)
    expect(lines()).toEqual(['+0x8000..+0x10000 rw-p'])
    anon(process, PAGE, 0, 0, PROT_READ)
    expect(lines()).toEqual(['+0x7000..+0x8000 r--p', '+0x8000..+0x10000 rw-p'])
    expect(ok(process.mprotect(T - 9 * PAGE, PAGE, RW))).toBe('0')
    expect(lines()).toEqual(['+0x7000..+0x10000 rw-p'])
  })

  test('refuses what cannot be', () => {
    const process = probe()
    expect([0, 2 ** 47, -4096, 2 ** 64 - 4096].map((length) => rel(anon(process, length)))).toEqual([
      'EINVAL',
      'ENOMEM',
      'ENOMEM',
      'ENOMEM',
    ])
    expect(rel(process.mmap(0, PAGE, RW, MAP_PRIVATE))).toBe('EBADF')
  })

  test('more than all memory is refused, but not for a mere reservation', () => {
    const process = probe()
    expect(rel(anon(process, 2 ** 40))).toBe('ENOMEM')
    expect(rel(anon(process, 2 ** 40 - PAGE))).toBe('T-0xfffffff000')
    expect(anon(process, 2 ** 40, 0, 0, PROT_NONE)).toBeGreaterThan(0)
    expect(rel(anon(new Process({ machineMemory: MIB }), 2 * MIB))).toBe('ENOMEM')
  })
})

describe('mmap with an address', () => {
  test('a hint is honoured where the place is free, a fixed address always', () => {
    const process = probe()
    expect(rel(anon(process, PAGE, T - 100 * PAGE))).toBe('T-0x64000')
    expect(rel(anon(process, PAGE, T - 100 * PAGE))).toBe('T-0x1000')
    expect(rel(anon(process, PAGE, T - 50 * PAGE - 1))).toBe('T-0x33000')
    process.memory.store8(T - 100 * PAGE, 1)
    expect(rel(anon(process, PAGE, T - 100 * PAGE, MAP_FIXED))).toBe('T-0x64000')
    expect(peek(process, T - 100 * PAGE)).toBe('0x0')
    expect(rel(anon(process, PAGE, T - 100 * PAGE - 1, MAP_FIXED))).toBe('EINVAL')
    expect(rel(anon(process, PAGE, T - 100 * PAGE, MAP_FIXED_NOREPLACE))).toBe('EEXIST')
    expect(rel(anon(process, PAGE, T - 101 * PAGE, MAP_FIXED_NOREPLACE))).toBe('T-0x65000')
    expect(rel(anon(process, PAGE, 0x1000))).toBe('T-0x7ffff6ff0000')
    expect(rel(anon(process, PAGE, 0x10000))).toBe('T-0x2000')
  })

  test('the lowest pages may be mapped in a bare process alone', () => {
    expect(rel(anon(probe(), PAGE, 0, MAP_FIXED))).toBe('EPERM')
    const bare = new Process({ layout: 'bare' })
    expect(anon(bare, PAGE, 0, MAP_FIXED)).toBe(0)
    expect(bare.memory.store32(1000, 5)).toBe(true)
  })

  test('fixed over a part of a region cuts it', () => {
    const process = probe()
    anon(process, 4 * PAGE)
    anon(process, PAGE, T - 3 * PAGE, MAP_FIXED, PROT_NONE)
    expect(maps(process, T - 4 * PAGE, T)).toEqual([
      '+0x0..+0x1000 rw-p',
      '+0x1000..+0x2000 ---p',
      '+0x2000..+0x4000 rw-p',
    ])
    expect(process.mappedBytes - probe().mappedBytes).toBe(4 * PAGE)
    expect(process.dataBytes - probe().dataBytes).toBe(3 * PAGE)
  })
})

test('munmap cuts anywhere', () => {
  const process = probe()
  const lines = () => maps(process, T - 16 * PAGE, T)
  anon(process, 9 * PAGE)
  process.memory.fill(T - 8 * PAGE, 0x33, 8 * PAGE)
  expect(ok(process.munmap(T - 6 * PAGE, 2 * PAGE))).toBe('0')
  expect(lines()).toEqual(['+0x7000..+0xa000 rw-p', '+0xc000..+0x10000 rw-p'])
  expect([6, 4].map((pages) => peek(process, T - pages * PAGE))).toEqual(['SIGSEGV', '0x33'])
  expect(ok(process.munmap(T - 6 * PAGE, 2 * PAGE))).toBe('0')
  expect(ok(process.munmap(T - 4 * PAGE, 1))).toBe('0')
  expect(peek(process, T - 4 * PAGE)).toBe('SIGSEGV')
  expect(ok(process.munmap(T - 3 * PAGE - 2048, PAGE))).toBe('EINVAL')
  expect(ok(process.munmap(T - 3 * PAGE, 0))).toBe('EINVAL')
  expect(ok(process.munmap(T - 3 * PAGE, -PAGE))).toBe('EINVAL')
  expect(ok(process.munmap(T - 9 * PAGE, 9 * PAGE))).toBe('0')
  expect(lines()).toEqual([])
})
