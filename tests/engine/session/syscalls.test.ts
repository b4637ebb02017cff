import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { straceAligned } from '../../../src/engine/kernel/index.ts'
import { Session } from '../../../src/engine/session/session.ts'
import { SyscallLog } from '../../../src/engine/session/syscall-log.ts'
import { syscallWords } from '../../../src/engine/session/syscall-words.ts'
import { bigBlocks } from '../../../src/scenarios/big-blocks.ts'
import { programOf } from '../../support/program-lab.ts'

/** Every kind of call, successful and refused, with what can be known of its answer without randomisation. */
const CALLS = `#define _GNU_SOURCE
#include <sys/mman.h>
#include <unistd.h>
int main(void) {
  sbrk(0x21000);
  sbrk(-0x1000);
  char *p = mmap(0, 139264, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  mprotect(p, 4096, PROT_NONE);
  madvise(p + 8192, 8192, MADV_DONTNEED);
  char *q = mremap(p + 8192, 131072, 262144, MREMAP_MAYMOVE);
  munmap(q, 262144);
  munmap((void *)1, 4096);
  mmap(0, 1ul << 50, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return 0;
}
`

/** What strace prints, as it prints it, for that program on Linux 6.18 without randomisation (strace 6.1). */
const STRACE = `brk(0x55555557a000)                     = 0x55555557a000
brk(0x555555579000)                     = 0x555555579000
mmap(NULL, 139264, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7ffff7dae000
mprotect(0x7ffff7dae000, 4096, PROT_NONE) = 0
madvise(0x7ffff7db0000, 8192, MADV_DONTNEED) = 0
mremap(0x7ffff7db0000, 131072, 262144, MREMAP_MAYMOVE) = 0x7ffff7d6e000
munmap(0x7ffff7d6e000, 262144)          = 0
munmap(0x1, 4096)                       = -1 EINVAL (Invalid argument)
mmap(NULL, 1125899906842624, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = -1 ENOMEM (Cannot allocate memory)
`.trimEnd()

function windowOf(session: Session, from: number | null = 0, operation = 0, count = 100) {
  return session.syscalls({ from, count, operation })
}

describe('the system calls of a run', () => {
  const session = new Session(programOf({ 'calls.c': CALLS })).runAll()

  test('are those that strace prints, letter for letter', () => {
    const { calls, counts, made, kept } = windowOf(session)
    expect(calls.map(({ aligned }) => aligned).join('\n')).toBe(STRACE)
    expect([made, kept]).toEqual([9, 9])
    expect(counts).toEqual([
      { name: 'brk', count: 2 },
      { name: 'mmap', count: 2 },
      { name: 'munmap', count: 2 },
      { name: 'mremap', count: 1 },
      { name: 'mprotect', count: 1 },
      { name: 'madvise', count: 1 },
    ])
  })

  test.skipIf(!hasStrace())('as strace on this machine prints them too', () => {
    const real = straceOf(CALLS).slice(-STRACE.split('\n').length)
    const withoutPlaces = (lines: readonly string[]) =>
      lines.map((line) => line.replace(/0x[0-9a-f]{5,}/g, '0x…'))
    expect(withoutPlaces(real)).toEqual(withoutPlaces(STRACE.split('\n')))
  })

  test('each tells what it changed', () => {
    const { calls } = windowOf(session)
    expect(calls.map(({ words }) => words)).toEqual([
      'The break moves up by 132 KiB, from 0x555555559000 to 0x55555557a000.',
      'The break moves down by 4 KiB, from 0x55555557a000 to 0x555555579000.',
      '136 KiB (34 pages) are mapped at 0x7ffff7dae000, readable and writable. They read as zeros.',
      '4 KiB (1 page) from 0x7ffff7dae000 on are closed to any access from now on.',
      'The bytes of 8 KiB (2 pages) from 0x7ffff7db0000 on are given up: the pages stay mapped and read as zeros.',
      'The mapping grows from 128 KiB to 256 KiB, and moves from 0x7ffff7db0000 to 0x7ffff7d6e000.',
      '256 KiB (64 pages) from 0x7ffff7d6e000 on are mapped no more: their bytes are lost.',
      'Refused with EINVAL (invalid argument): nothing changes.',
      'Refused with ENOMEM (cannot allocate memory): nothing changes.',
    ])
  })

  test('each names the statement that made it', () => {
    const { calls } = windowOf(session)
    expect(calls[0]).toMatchObject({ by: 'sbrk(0x21000);', where: 'line 5' })
    expect(calls[2]).toMatchObject({ where: 'line 7' })
    const moment = (operation: number) =>
      session.moment({
        position: { operation, step: 1e6 },
        map: { from: 0, to: 0, limit: 1 },
        listLimit: 1,
        inspect: null,
      } as Parameters<typeof session.moment>[0])
    for (const { operation, line } of calls) expect(moment(operation).syscalls).toContain(line)
  })

  test('a window begins where it is asked to, and knows where the break stood', () => {
    const all = windowOf(session)
    const one = windowOf(session, 1, all.calls[2]!.operation, 1)
    expect(one.calls).toEqual([all.calls[1]])
    expect([one.before, one.through]).toEqual([2, 3])
    expect(windowOf(session, null, all.calls[4]!.operation, 2).from).toBe(3)
    expect(windowOf(session, 50).calls).toEqual([])
  })

  test('of a lesson: mapped and given back', () => {
    const { calls } = windowOf(new Session(bigBlocks.scenario).runAll())
    expect(calls.map(({ by }) => by)).toEqual(['p = malloc(1000000)', 'free(p);'])
  })

  test('of a trace, and those before its first operation', () => {
    const scenario = {
      ...programOf({}),
      source: { kind: 'trace' as const, name: 'trace', text: 'a 0 100\na 1 300000\n' },
    }
    const { calls } = windowOf(
      new Session({ ...scenario, allocator: { id: 'classroom', options: {} } }).runAll(),
    )
    expect(calls.some(({ by }) => by === 'p[1] = malloc(300000)')).toBe(true)
    for (const { operation, by } of calls) expect(by === '').toBe(operation === -1)
  })
})

describe('the log', () => {
  test('gives back what was put in', () => {
    const log = new SyscallLog()
    const first = { name: 'brk', args: [0], result: 4096 } as const
    const second = { name: 'mmap', args: [0, 8192, 3, 34], result: -12 } as const
    for (let i = 0; i < 3000; i++) log.add(i % 2 === 0 ? first : second, Math.floor(i / 3))
    expect([log.call(0), log.call(1), log.call(2998), log.call(2999)]).toEqual([first, second, first, second])
    expect([log.before(0), log.before(1), log.before(10), log.before(5000)]).toEqual([0, 3, 30, 3000])
    expect(log.breakBefore(1, 7)).toBe(4096)
    expect(log.breakBefore(0, 7)).toBe(7)
  })
})

describe('in words', () => {
  test('a break that asks, stays, or is refused', () => {
    const brk = (asked: number, result: number) =>
      syscallWords({ name: 'brk', args: [asked], result }, 0x5000)
    expect(brk(0, 0x5000)).toBe('Asks where the break is: 0x5000. Nothing changes.')
    expect(brk(0x5000, 0x5000)).toBe('The break stays at 0x5000.')
    expect(brk(0x9000, 0x5000)).toBe('Refused: the break stays at 0x5000 instead of moving up by 16 KiB.')
    expect(brk(0x5003, 0x5003)).toBe('The break moves up by 3 bytes, from 0x5000 to 0x5003.')
  })

  test('results begin in column 40 where there is room', () => {
    const line = straceAligned({ name: 'brk', args: [0], result: 0x555555559000 })
    expect(line).toBe('brk(NULL)                               = 0x555555559000')
    expect(line.indexOf('=')).toBe(40)
  })
})

function hasStrace(): boolean {
  try {
    execFileSync('gcc', ['--version'], { stdio: 'ignore' })
    execFileSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore', timeout: 5000 })
    return true
  } catch {
    return false
  }
}

/** What strace prints of a program's calls for memory. */
function straceOf(source: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'strace-'))
  try {
    const [file, program, log] = ['calls.c', 'calls', 'log'].map((name) => join(folder, name))
    writeFileSync(file!, source)
    execFileSync('gcc', ['-w', '-o', program!, file!])
    execFileSync('strace', ['-e', 'trace=memory', '-o', log!, program!], { timeout: 10_000 })
    const text = execFileSync('cat', [log!], { encoding: 'utf8' })
    return text
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('+++'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
