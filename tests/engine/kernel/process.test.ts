import { describe, expect, test } from 'vitest'
import {
  MADV_DONTNEED,
  MAP_ANONYMOUS,
  MAP_FIXED,
  MAP_FIXED_NOREPLACE,
  MAP_PRIVATE,
  MREMAP_FIXED,
  MREMAP_MAYMOVE,
  mapsText,
  Process,
  type SyscallRecord,
  straceLine,
} from '../../../src/engine/kernel/index.ts'
import { PROT_EXEC, PROT_NONE, PROT_READ, PROT_WRITE } from '../../../src/engine/memory/index.ts'
import { anon, maps, PAGE, RW } from './probe.ts'

describe('the log of system calls', () => {
  test('shows them as strace does', () => {
    const process = new Process()
    const lines: string[] = []
    process.onSyscall = (call) => lines.push(straceLine(call))
    process.brk(0)
    process.sbrk(0x21000)
    const a = process.mmap(0, 139264, RW, MAP_PRIVATE | MAP_ANONYMOUS)
    process.mremap(a, 139264, 4096, MREMAP_MAYMOVE)
    process.mremap(a, 4096, 4096, MREMAP_MAYMOVE | MREMAP_FIXED, a - 0x100000)
    process.mprotect(a - 0x100000, 4096, PROT_READ | PROT_EXEC)
    process.madvise(a - 0x100000, 4096, MADV_DONTNEED)
    process.munmap(a - 0x100000, 4096)
    process.mmap(a, -4096, PROT_NONE, MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS)
    process.mmap(0x1000, 1, PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE | 0x200)
    expect(lines).toEqual([
      'brk(NULL) = 0x555555559000',
      'brk(0x55555557a000) = 0x55555557a000',
      'mmap(NULL, 139264, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7ffff7dae000',
      'mremap(0x7ffff7dae000, 139264, 4096, MREMAP_MAYMOVE) = 0x7ffff7dae000',
      'mremap(0x7ffff7dae000, 4096, 4096, MREMAP_MAYMOVE|MREMAP_FIXED, 0x7ffff7cae000) = 0x7ffff7cae000',
      'mprotect(0x7ffff7cae000, 4096, PROT_READ|PROT_EXEC) = 0',
      'madvise(0x7ffff7cae000, 4096, MADV_DONTNEED) = 0',
      'munmap(0x7ffff7cae000, 4096) = 0',
      'mmap(0x7ffff7dae000, 18446744073709547520, PROT_NONE, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS, -1, 0) = -1 ENOMEM (Cannot allocate memory)',
      'mmap(0x1000, 1, PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED_NOREPLACE|0x200, -1, 0) = -1 EPERM (Operation not permitted)',
    ])
    expect(process.syscalls).toBe(10)
  })

  test('has the arguments and the result as numbers', () => {
    const process = new Process()
    const calls: SyscallRecord[] = []
    process.onSyscall = (call) => calls.push(call)
    process.munmap(process.brkStart, 0)
    process.onSyscall = null
    process.brk(0)
    expect(calls).toEqual([{ name: 'munmap', args: [process.brkStart, 0], result: -22 }])
  })

  test('addresses may be written otherwise, and messages left out', () => {
    const call: SyscallRecord = { name: 'mmap', args: [4096, 0, 3, 0x22], result: -22 }
    expect(straceLine(call, (address) => `<${address}>`, false)).toBe(
      'mmap(<4096>, 0, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = -1 EINVAL',
    )
  })
})

describe('the stack', () => {
  const top = 0x7ffffffff000

  test('grows down when it is touched, to its limit', () => {
    const process = new Process()
    const before = process.mappedBytes
    expect(process.memory.store8(top - 2 ** 20, 1)).toBe(true)
    expect(process.mappedBytes - before).toBe(2 ** 20 - 132 * 1024)
    expect(process.dataBytes).toBe(new Process().dataBytes)
    expect(process.memory.store8(top - 8 * 2 ** 20, 1)).toBe(true)
    expect(process.memory.store8(top - 8 * 2 ** 20 - 1, 1)).toBe(false)
    expect(process.memory.fault?.kind).toBe('unmapped')
  })

  test('keeps its distance from a mapping', () => {
    const process = new Process()
    anon(process, PAGE, top - 4 * 2 ** 20, MAP_FIXED)
    expect(process.memory.store8(top - 3 * 2 ** 20 + PAGE, 1)).toBe(true)
    expect(process.memory.store8(top - 3 * 2 ** 20, 1)).toBe(false)
  })

  test('looking at it does not make it grow', () => {
    const process = new Process()
    expect(process.memory.allows(top - 2 ** 20, 'write')).toBe(false)
  })
})

test('the region that meets the heap is called so, whoever mapped it', () => {
  const process = new Process({ layout: 'oracle' })
  process.sbrk(2 * PAGE)
  anon(process, PAGE, process.brkStart, MAP_FIXED, PROT_NONE)
  const lines = mapsText(process)
    .split('\n')
    .filter((line) => line.endsWith('[heap]'))
  expect(lines.map((line) => line.slice(0, 30))).toEqual([
    '555555559000-55555555a000 ---p',
    '55555555a000-55555555b000 rw-p',
  ])
})

test('random words depend on seed and purpose; in the recordings they spell their purpose', () => {
  const word = (seed: number, purpose: string) => new Process({ seed }).randomWord(purpose)
  expect(word(1, 'tcachkey')).toEqual(word(1, 'tcachkey'))
  expect(word(1, 'tcachkey')).not.toEqual(word(2, 'tcachkey'))
  expect(word(1, 'tcachkey')).not.toEqual(word(1, 'mallocng'))
  const [low, high] = new Process({ layout: 'oracle' }).randomWord('tcachkey')
  const { memory, staticStart } = new Process()
  memory.store64Halves(staticStart, low, high)
  expect(new TextDecoder().decode(memory.peekBytes(staticStart, 8))).toBe('tcachkey')
})

describe('snapshots', () => {
  test('bring back regions, bytes, break, counts and errno', () => {
    const process = new Process({ layout: 'oracle', dataLimit: 2 ** 20 })
    process.sbrk(5000)
    const a = anon(process, 4 * PAGE)
    process.memory.fill(a, 7, 4 * PAGE)
    const state = () => [
      mapsText(process),
      process.programBreak,
      process.errno,
      process.syscalls,
      process.mappedBytes,
      process.dataBytes,
      process.residentBytes,
      process.pageFaults,
      process.memory.peek8(a + PAGE),
    ]
    const before = state()
    const snapshot = process.snapshot()
    process.sbrk(2 ** 30)
    process.sbrk(-4000)
    process.munmap(a + PAGE, PAGE)
    process.mprotect(a, PAGE, PROT_NONE)
    anon(process, 4 * PAGE)
    const later = process.snapshot()
    const after = state()
    process.restore(snapshot)
    expect(state()).toEqual(before)
    expect(process.memory.store8(a, 1)).toBe(true)
    process.restore(later)
    expect(state()).toEqual(after)
    expect(process.memory.load8(a)).toBe(-1)
  })

  test('what is mapped after one does not reach into it', () => {
    const process = new Process({ layout: 'oracle' })
    const snapshot = process.snapshot()
    const a = anon(process, PAGE)
    process.restore(snapshot)
    expect(maps(process, a, a + PAGE)).toEqual([])
    expect(process.memory.load8(a)).toBe(-1)
    expect(anon(process, PAGE)).toBe(a)
  })
})
