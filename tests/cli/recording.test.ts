import { describe, expect, it } from 'vitest'
import { cli, rep } from './support.ts'

async function lines(words: string, ...operations: string[]): Promise<string[]> {
  const { out } = await cli(`run t.rep ${words}`, { 't.rep': rep(...operations) })
  return out.split('\n').slice(0, -1)
}

describe('--addresses', () => {
  it('prints each form of result', async () => {
    const shown = await lines(
      '--process oracle --addresses --option mmapThreshold=131072',
      'a 0 100',
      'a 1 200000',
      'u 0',
      'c 2 4 8',
      'm 3 64 32',
      'x 0 0 4',
      'w 0 2 ff00',
      'x 0 0 4',
      'b',
      't 0',
      'a 4 18446744073709551615',
      'r 0 0',
      'f 1',
      'u 4',
    )
    const results = shown.map((line) => line.replace(/^.* = /, '').replace(/ brk\+0x[0-9a-f]+$/, ''))
    expect(shown[0]).toMatch(/^0 a 0 100 = heap\+0x[0-9a-f]+ brk\+0x[0-9a-f]+$/)
    expect(shown[10]).toMatch(/^10 a 4 18446744073709551615 = NULL:ENOMEM brk\+/)
    expect(results[1]).toMatch(/^mmap-0x30f[0-9a-f]{2}$/)
    expect(results[2]).toMatch(/^\d+$/)
    expect(results.slice(5, 8)).toEqual(['01010101', 'ok', '0101ff00'])
    expect(shown[8]).toBe(`8 b = ${shown[8]!.replace(/.*brk\+/, '')} brk+${shown[8]!.replace(/.*brk\+/, '')}`)
    expect(results[9]).toMatch(/^([01]|none)$/)
    expect(results.slice(11)).toEqual(['NULL:0', 'ok', '0'])
  })

  it('says how a process ended, without a break', async () => {
    const shown = await lines('--addresses --allocator bump', 'a 0 24', 'w 0 9000 00', 'a 1 8')
    expect(shown.at(-1)).toBe('1 w 0 9000 00 = !SIGSEGV')
    expect(shown).toHaveLength(2)
  })

  it('obeys limits and walls', async () => {
    const limited = ['a 0 100', 'a 1 1000000', 'a 2 100']
    for (const flag of ['-D 65536', '--limit-data 65536', '-W 65536', '--wall=65536']) {
      const shown = await lines(`--process oracle --addresses ${flag}`, ...limited)
      expect(shown[1]).toContain('= NULL:ENOMEM')
      expect(shown[2]).toContain('= heap+')
    }
  })

  it('places everything elsewhere with a seed, and the same again', async () => {
    const maps = async (words: string) => (await cli(`run - --maps ${words}`, { '-': rep('b') })).out
    const seeded = await maps('--seed 7')
    expect(seeded).not.toBe(await maps(''))
    expect(await maps('--seed 7')).toBe(seeded)
    expect(await maps('--seed 8')).not.toBe(seeded)
  })
})

describe('--strace', () => {
  it('prints the system calls of each operation below it', async () => {
    const shown = await lines(
      '--process oracle --strace --allocator bump --option alignment=8',
      'a 0 24',
      'b',
      'f 0',
    )
    expect(shown).toEqual(['0 a 0 24', '  brk(heap+0x18) = heap+0x18', '1 b', '2 f 0'])
  })

  it('goes with --addresses', async () => {
    const shown = await lines(
      '--process oracle --strace --addresses --allocator bump --option alignment=8',
      'a 0 24',
    )
    expect(shown).toEqual(['0 a 0 24 = heap+0x0 brk+0x18', '  brk(heap+0x18) = heap+0x18'])
  })
})

describe('--maps', () => {
  it('prints what the kernel would', async () => {
    const shown = await lines('--maps --allocator bump', 'a 0 24')
    expect(shown).toContain(`555555559000-55555555a000 rw-p 00000000 00:00 0 ${' '.repeat(24)} [heap]`)
  })
})

describe('--dump', () => {
  it('prints the heap up to the break, equal rows as a star', async () => {
    const shown = await lines('--process oracle --dump --allocator bump --option alignment=8', 'a 6 136')
    expect(shown).toEqual(['@ heap+0x0 136', `0x0: ${'07'.repeat(32)}`, '*', `0x80: ${'07'.repeat(8)}`])
  })

  it('prints mappings lowest first, and says what cannot be read', async () => {
    const shown = await lines('--process oracle --dump --allocator pages', 'a 0 4096', 'a 1 4096')
    const heads = shown.filter((line) => line.startsWith('@'))
    expect(heads.length).toBeGreaterThan(1)
    expect(heads.some((head) => head.endsWith(' unreadable'))).toBe(true)
    const offsets = heads.map((head) => Number(/mmap-(0x[0-9a-f]+)/.exec(head)?.[1]))
    expect(offsets).toEqual([...offsets].sort((a, b) => b - a))
  })

  it('leaves out neither the heap nor a mapping', async () => {
    const shown = await lines(
      '--process oracle --dump --option mmapThreshold=131072',
      'a 0 100',
      'a 1 200000',
    )
    const heads = shown.filter((line) => line.startsWith('@'))
    expect(heads).toHaveLength(2)
    expect(heads[0]).toMatch(/^@ heap\+0x0 \d+$/)
    expect(heads[1]).toBe('@ mmap-0x31000 200704')
  })
})
