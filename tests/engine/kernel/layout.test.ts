import { describe, expect, test } from 'vitest'
import { mapsText, Process } from '../../../src/engine/kernel/index.ts'
import { hex } from '../../../src/engine/units.ts'
import { anon, MIB, PAGE } from './probe.ts'

/** Without offset, device, inode and folder, as the oracle's probes/layout.out gives the maps. */
function shortMaps(process: Process): string[] {
  return mapsText(process)
    .trimEnd()
    .split('\n')
    .map((line) =>
      line.replace(/ [0-9a-f]+ [0-9a-f]{2}:[0-9a-f]{2} [0-9]+ */, ' ').replace(/ \/[^ ]*\//, ' '),
    )
}

// The facts are those of Linux 6.18 (the oracle's probes/layout.out and layout-stack.out).
describe('the layout of a small program', () => {
  test('/proc/self/maps', () => {
    expect(shortMaps(new Process({ name: 'layout' }))).toEqual([
      '555555554000-555555555000 r--p layout',
      '555555555000-555555556000 r-xp layout',
      '555555556000-555555557000 r--p layout',
      '555555557000-555555558000 r--p layout',
      '555555558000-555555559000 rw-p layout',
      '7ffff7dd0000-7ffff7dd3000 rw-p ',
      '7ffff7dd3000-7ffff7df9000 r--p libc.so.6',
      '7ffff7df9000-7ffff7f4f000 r-xp libc.so.6',
      '7ffff7f4f000-7ffff7fa2000 r--p libc.so.6',
      '7ffff7fa2000-7ffff7fa6000 r--p libc.so.6',
      '7ffff7fa6000-7ffff7fa8000 rw-p libc.so.6',
      '7ffff7fa8000-7ffff7fb5000 rw-p ',
      '7ffff7fc0000-7ffff7fc2000 rw-p ',
      '7ffff7fc2000-7ffff7fc6000 r--p [vvar]',
      '7ffff7fc6000-7ffff7fc8000 r--p [vvar_vclock]',
      '7ffff7fc8000-7ffff7fca000 r-xp [vdso]',
      '7ffff7fca000-7ffff7fcb000 r--p ld-linux-x86-64.so.2',
      '7ffff7fcb000-7ffff7ff1000 r-xp ld-linux-x86-64.so.2',
      '7ffff7ff1000-7ffff7ffb000 r--p ld-linux-x86-64.so.2',
      '7ffff7ffb000-7ffff7ffd000 r--p ld-linux-x86-64.so.2',
      '7ffff7ffd000-7ffff7fff000 rw-p ld-linux-x86-64.so.2',
      '7ffffffde000-7ffffffff000 rw-p [stack]',
      'ffffffffff600000-ffffffffff601000 --xp [vsyscall]',
    ])
  })

  test('the first break, the first mapping, the sizes', () => {
    const process = new Process()
    expect(hex(process.brk(0))).toBe('0x555555559000')
    expect(hex(anon(process, PAGE))).toBe('0x7ffff7fbf000')
    expect(hex(anon(process, 11 * PAGE))).toBe('0x7ffff7dc5000')
    const fresh = new Process()
    expect([fresh.dataBytes / 1024, fresh.mappedBytes / 1024]).toEqual([92, 2344])
    expect([fresh.residentBytes, fresh.pageFaults, fresh.syscalls]).toEqual([0, 0, 0])
  })

  test.each([
    [8 * MIB, '0x7ffff7fbf000'],
    [128 * MIB, '0x7ffff7ebf000'],
    [1024 * MIB, '0x7fffbfebf000'],
    [Number.POSITIVE_INFINITY, '0x155555516000'],
  ])('with a stack limit of %d the first mapping is at %s', (stackLimit, first) => {
    expect(hex(anon(new Process({ stackLimit }), PAGE))).toBe(first)
  })

  test('the page of static variables is writable, and nothing else of the program', () => {
    const { memory, staticStart, staticEnd, brkStart } = new Process()
    expect([hex(staticStart), hex(staticEnd)]).toEqual(['0x555555558080', '0x555555559000'])
    expect([memory.store32(staticStart, 1), memory.store32(staticEnd - 4, 1)]).toEqual([true, true])
    expect(memory.store32(brkStart, 1)).toBe(false)
    expect(memory.fault?.kind).toBe('unmapped')
    expect(memory.store32(staticStart - PAGE, 1)).toBe(false)
    expect(memory.fault?.kind).toBe('forbidden')
  })
})

test('lines of /proc/self/maps have the real columns', () => {
  const process = new Process()
  process.sbrk(1)
  const lines = mapsText(process).split('\n')
  expect(lines[1]).toMatch(/^555555555000-555555556000 r-xp 00001000 08:01 \d{6} {21}\/usr\/bin\/program$/)
  expect(lines[5]).toBe('555555559000-55555555a000 rw-p 00000000 00:00 0                          [heap]')
  expect(lines[6]).toBe('7ffff7dd0000-7ffff7dd3000 rw-p 00000000 00:00 0 ')
  expect(lines[23]).toBe(
    'ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]',
  )
  expect(lines[24]).toBe('')
})

describe('the other layouts', () => {
  test('oracle: an empty mmap area below 0x7ffff7000000, the variables of libc above it', () => {
    const process = new Process({ layout: 'oracle' })
    expect([hex(process.brkStart), hex(anon(process, PAGE))]).toEqual(['0x555555559000', '0x7ffff6fff000'])
    for (const arena of [0x7ffff7fb1340, 0x7ffff7fc9160 + 88])
      expect(process.memory.store32(arena, 1)).toBe(true)
  })

  test('a wall is one unreadable page', () => {
    const process = new Process({ wall: 0x62000 })
    const last = process.brkStart + 0x61000
    expect(process.brk(last + 1)).toBe(process.brkStart)
    expect(process.brk(last)).toBe(last)
    process.memory.load8(last + PAGE)
    expect(process.memory.fault?.kind).toBe('forbidden')
  })

  test('ilp32: everything below 4 GiB', () => {
    const process = new Process({ layout: 'ilp32' })
    process.regions.forEach(({ end }) => {
      expect(end).toBeLessThan(2 ** 32)
    })
    expect(hex(process.brkStart)).toBe('0x56559000')
    expect(anon(process, PAGE)).toBe(0xf7ffe000 - PAGE)
  })

  test('the break and the top of the mmap area can be given', () => {
    const process = new Process({ brkStart: 0x4a0000, mmapTop: 0x7000000000 })
    expect(process.sbrk(16)).toBe(0x4a0000)
    expect(process.staticEnd).toBe(0x4a0000)
    expect(process.memory.store32(process.staticStart, 1)).toBe(true)
    expect(anon(process, MIB)).toBeLessThan(0x7000000000)
  })
})

describe('randomised', () => {
  const places = (seed: number) => {
    const process = new Process({ seed })
    return [process.staticStart, process.brkStart, anon(process, 64 * MIB)]
  }

  test('the same seed gives the same places, another seed others', () => {
    expect(places(7)).toEqual(places(7))
    const [a, b] = [places(7), places(8)]
    for (let i = 0; i < a.length; i++) expect(a[i]).not.toBe(b[i])
  })

  test('within the ranges of Linux, in whole pages, and usable', () => {
    for (let seed = 0; seed < 50; seed++) {
      const process = new Process({ seed })
      const base = process.staticStart - 0x4080
      expect(base).toBeGreaterThanOrEqual(0x555555554000)
      expect(base).toBeLessThan(0x555555554000 + 2 ** 40)
      expect(process.brkStart - process.staticEnd).toBeGreaterThanOrEqual(0)
      expect(process.brkStart - process.staticEnd).toBeLessThan(2 ** 30)
      process.regions.forEach(({ start, end }) => {
        expect([start % PAGE, end % PAGE]).toEqual([0, 0])
      })
      expect(process.memory.store32(process.staticStart, 1)).toBe(true)
      expect(process.memory.store32(process.sbrk(PAGE), 1)).toBe(true)
      expect(anon(process, MIB)).toBeGreaterThan(0x7e0000000000)
    }
  })
})
