import { describe, expect, test } from 'vitest'
import { MREMAP_MAYMOVE, Process, type ProcessOptions } from '../../../src/engine/kernel/index.ts'
import { PROT_NONE, PROT_READ } from '../../../src/engine/memory/index.ts'
import { anon, ok, PAGE, RW } from './probe.ts'

/** The calls of the oracle's probes/limits.c, in its order. */
function tryAll(options: ProcessOptions): Record<string, string> {
  const process = new Process(options)
  const b0 = process.brkStart
  const done = (result: number) => (result < 0 ? ok(result) : 'done')
  const brk = (offset: number) => (process.brk(b0 + offset) === b0 + offset ? 'done' : 'unchanged')
  const results: Record<string, string> = {}
  results['brk(b0+0x8000)'] = brk(0x8000)
  const a = anon(process, 8 * PAGE)
  results['mmap(0x8000)'] = done(a)
  results['mmap(0x1000)'] = done(anon(process, PAGE))
  results['brk(b0+0x8001)'] = brk(0x8001)
  results['brk(b0+0x7fff)'] = brk(0x7fff)
  const c = anon(process, 8 * PAGE, 0, 0, PROT_NONE)
  results['mmap(0x8000, PROT_NONE)'] = done(c)
  if (c >= 0) results['mprotect(it, read-write)'] = done(process.mprotect(c, 8 * PAGE, RW))
  results['mmap(0x8000, read-only)'] = done(anon(process, 8 * PAGE, 0, 0, PROT_READ))
  results['mremap(0x8000 to 0x9000)'] = done(process.mremap(a, 8 * PAGE, 9 * PAGE, MREMAP_MAYMOVE))
  process.munmap(a, 8 * PAGE)
  results['after munmap: mmap(0x8000)'] = done(anon(process, 8 * PAGE))
  results['libc sbrk(0x10000)'] = process.sbrk(16 * PAGE) === -1 ? ok(-process.errno) : 'done'
  return results
}

// The facts are those of Linux 6.18 (the oracle's probes/limits.out).
describe('limits', () => {
  test('RLIMIT_DATA counts private writable pages', () => {
    expect(tryAll({ dataLimit: 0x10000 })).toEqual({
      'brk(b0+0x8000)': 'done',
      'mmap(0x8000)': 'done',
      'mmap(0x1000)': 'ENOMEM',
      'brk(b0+0x8001)': 'unchanged',
      'brk(b0+0x7fff)': 'done',
      'mmap(0x8000, PROT_NONE)': 'done',
      'mprotect(it, read-write)': 'ENOMEM',
      'mmap(0x8000, read-only)': 'done',
      'mremap(0x8000 to 0x9000)': 'ENOMEM',
      'after munmap: mmap(0x8000)': 'done',
      'libc sbrk(0x10000)': 'ENOMEM',
    })
  })

  test('RLIMIT_AS counts every mapped page', () => {
    expect(tryAll({ addressSpaceLimit: 0x10000 })).toEqual({
      'brk(b0+0x8000)': 'done',
      'mmap(0x8000)': 'done',
      'mmap(0x1000)': 'ENOMEM',
      'brk(b0+0x8001)': 'unchanged',
      'brk(b0+0x7fff)': 'done',
      'mmap(0x8000, PROT_NONE)': 'ENOMEM',
      'mmap(0x8000, read-only)': 'ENOMEM',
      'mremap(0x8000 to 0x9000)': 'ENOMEM',
      'after munmap: mmap(0x8000)': 'done',
      'libc sbrk(0x10000)': 'ENOMEM',
    })
  })

  test('a limit is compared in whole pages', () => {
    const process = new Process({ dataLimit: 0x1fff })
    expect(process.sbrk(0x1000)).toBe(process.brkStart)
    expect(process.sbrk(1)).toBe(-1)
  })

  test('the number of regions may be limited', () => {
    const process = new Process({ mapLimit: 30 })
    let maps = 0
    while (anon(process, PAGE, 0, 0, maps % 2 === 0 ? PROT_NONE : RW) >= 0) maps++
    expect(process.regions.count).toBe(31)
    expect(ok(process.munmap(process.brkStart - 0x5000, PAGE))).toBe('0')
  })
})
