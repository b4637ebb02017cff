import { describe, expect, it } from 'vitest'
import type { BitRange, Field } from '../../../src/engine/allocators/index.ts'
import type { Address } from '../../../src/engine/units.ts'
import { type Rig, rig } from '../../support/rig.ts'

/** Every family, with the options that change what a tag looks like. */
const FAMILIES: readonly (readonly [id: string, options: Record<string, string | number>])[] = [
  ['classroom', {}],
  ['classroom', { tag: '8', footers: 'free', list: 'lifo' }],
  ['classroom', { tag: '4', alignment: '8', ends: 'bounds' }],
  ['segregated', {}],
  ['buddy', {}],
  ['buddy', { header: '0' }],
  ['kr', {}],
  ['linked', {}],
  ['ostep', {}],
  ['pages', {}],
  ['bump', {}],
]

/** Three blocks, the middle one free. */
function withHole(id: string, options: Record<string, string | number>): Rig {
  const r = rig(id, options)
  const [, middle] = [r.allocator.malloc(24), r.allocator.malloc(40), r.allocator.malloc(9)]
  r.allocator.free(middle!)
  return r
}

function fieldsOf({ allocator }: Rig): Field[] {
  const fields: Field[] = []
  allocator.walk((chunk) => fields.push(...allocator.fields(chunk)) > 0)
  return fields
}

/** The bytes at an address as one number, the way a little-endian machine has it. */
function bytesAt({ process }: Rig, address: Address, size: number): bigint {
  return process.memory.peekBytes(address, size).reduceRight((word, byte) => word * 256n + BigInt(byte), 0n)
}

/** What a part of a word adds to it. */
function worth({ low, high, digits }: BitRange): bigint {
  return low === high ? BigInt(digits) << BigInt(low) : BigInt(digits)
}

function expectTrue(r: Rig, { word, bits = [], address, size }: Field): void {
  if (word === undefined) return
  expect(word).toHaveLength(2 + 2 * size)
  expect(BigInt(word)).toBe(bytesAt(r, address, size))
  if (bits.length === 0) return
  expect(bits.map(worth).reduce((sum, part) => sum + part)).toBe(BigInt(word))
  const covered = bits.flatMap(({ low, high }) => Array.from({ length: high - low + 1 }, (_, i) => high - i))
  expect(covered).toEqual(Array.from({ length: 8 * size }, (_, i) => 8 * size - 1 - i))
}

describe.each(FAMILIES)('words of the %s allocator %o', (id, options) => {
  it('are the bytes, and their parts make them up', () => {
    const r = withHole(id, options)
    for (const field of fieldsOf(r)) expectTrue(r, field)
  })

  it('are the bytes when they are damaged, too', () => {
    const r = withHole(id, options)
    for (const { address, size } of fieldsOf(r)) {
      const before = r.process.memory.peekBytes(address, size)
      r.process.memory.poke(address, new Uint8Array(size).fill(0xa7))
      for (const field of fieldsOf(r)) expectTrue(r, field)
      r.process.memory.poke(address, before)
    }
  })
})

/** A field's parts on a line: `bits 3-31 size 0x30 48 bytes | bit 0 in use 1 yes`. */
function told({ bits = [] }: Field): string {
  return bits
    .map(({ low, high, name, digits, meaning }) => {
      const place = low === high ? `bit ${low}` : `bits ${low}-${high}`
      return `${place} ${name} ${digits} ${meaning}`
    })
    .join(' | ')
}

describe('a tag bit by bit', () => {
  it('is size and flags in the classroom', () => {
    const r = rig('classroom', { tag: '8', footers: 'free' })
    const p = r.allocator.malloc(40)
    const [header] = r.allocator.fields(p - 8)
    expect(header!.word).toBe('0x0000000000000033')
    expect(told(header!)).toBe(
      'bits 3-63 size 0x30 48 bytes | bit 2 mapped 0 no | bit 1 before 1 in use | bit 0 in use 1 yes',
    )
  })

  it('shows what an overflow has made of it', () => {
    const r = rig('segregated')
    const [, b] = [r.allocator.malloc(24), r.allocator.malloc(24)]
    r.process.memory.poke(b! - 16, new Uint8Array(16).fill(0x41))
    const [header] = r.allocator.fields(b! - 8)
    expect(header!.word).toBe('0x4141414141414141')
    expect(told(header!)).toBe(
      'bits 4-63 size 0x4141414141414140 about 4.70 × 10^18 bytes | bits 2-3 unused 0x0  | bit 1 gap 0 no | bit 0 in use 1 yes',
    )
  })

  it('is an order in the buddy system', () => {
    const r = rig('buddy', { header: '0' })
    const p = r.allocator.malloc(40)
    expect(told(r.allocator.fields(p)[0]!)).toBe(
      'bit 7 moved 0 no | bit 6 in use 1 yes | bits 0-5 order 0x6 6: 64 bytes',
    )
  })

  it('counts units in K&R', () => {
    const r = rig('kr')
    const p = r.allocator.malloc(40)
    expect(told(r.allocator.fields(p - 16)[1]!)).toBe('bits 0-63 size in units of 16 0x4 64 bytes')
  })

  it('is an int of its own in a list of headers', () => {
    const r = withHole('linked', {})
    const flags = fieldsOf(r).filter(({ label }) => label === 'free')
    expect(flags.map(told)).toContain('bits 0-31 free, an int 0x1 yes')
  })

  it('tells a damaged link exactly', () => {
    const r = withHole('segregated', {})
    let free = 0
    r.allocator.walkLists((_, chunk) => {
      free = chunk
      return false
    })
    r.process.memory.poke(free + 8, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))
    expect(r.allocator.fields(free)[1]).toMatchObject({ label: 'next in bin', value: '0x807060504030201' })
  })
})
