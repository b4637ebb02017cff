import { describe, expect, it } from 'vitest'
import { ENOMEM } from '../../../../src/engine/kernel/index.ts'
import { type Rig, rig } from '../../../support/rig.ts'

const HEADERS = ['0', '8', '16']
const SMALL = { pool: '4096', growth: 'none' }

/** Offsets of blocks (not payloads) in the first pool. */
function offset(r: Rig, payload: number, header: string): number {
  return payload - Number(header) - r.process.brkStart
}

describe.each(HEADERS)('buddy: the figures of the course, header %s', (header) => {
  it('merges only buddies', () => {
    const r = rig('buddy', { ...SMALL, header })
    const [a, b, c, d] = [0, 1, 2, 3].map(() => r.allocator.malloc(16))
    expect([a!, b!, c!, d!].map((p) => offset(r, p, header))).toEqual([0, 32, 64, 96])
    r.allocator.free(b!)
    r.allocator.free(c!)
    expect(offset(r, r.allocator.malloc(40), header)).toBe(128)
    expect(r.notation()).toBe('[32] (32) (32) [32] [64] (64) (256) (512) (1024) (2048)')
  })

  it('holds four blocks of 600 bytes in 4,096', () => {
    const r = rig('buddy', { ...SMALL, header })
    const blocks = [0, 1, 2, 3, 4].map(() => r.allocator.malloc(600))
    expect(blocks[4]).toBe(0)
    expect(r.process.errno).toBe(ENOMEM)
    expect(r.notation()).toBe('[1024] [1024] [1024] [1024]')
  })

  it('aligns payloads as it says', () => {
    const r = rig('buddy', { header })
    expect(r.allocator.alignment).toBe(Number(header) || 32)
    for (let i = 0; i < 9; i++) expect(r.allocator.malloc(i * 20) % r.allocator.alignment).toBe(0)
  })

  it.each([64, 1024, 4096, 65536])('places a payload at a multiple of %i and takes it back', (alignment) => {
    const r = rig('buddy', { header })
    const p = r.allocator.memalign(alignment, 100)
    expect(p % alignment).toBe(0)
    expect(r.allocator.usableSize(p)).toBeGreaterThanOrEqual(100)
    expect(r.problems()).toEqual([])
    const payloads: number[] = []
    r.allocator.walk((_chunk, _size, state, payload) => {
      if (state === 0) payloads.push(payload)
      return true
    })
    expect(payloads).toEqual([p])
    r.allocator.free(p)
    expect(r.context.stats.usedChunks).toBe(0)
    expect(r.problems()).toEqual([])
  })

  it('keeps an aligned payload of no bytes inside its block', () => {
    const r = rig('buddy', { header })
    r.process.sbrk(4096)
    r.allocator.malloc(40000)
    for (let i = 0; i < 6; i++) r.allocator.memalign(8192, 0)
    expect(r.problems()).toEqual([])
  })

  it('refuses a payload that it did not give', () => {
    const r = rig('buddy', { ...SMALL, header })
    const p = r.allocator.malloc(100)
    r.process.memory.fill(p, 0, 100)
    for (const wrong of [p + 32, r.process.brkStart - 64, r.process.programBreak + 5000]) {
      const steps = r.steps(() => r.allocator.free(wrong))
      expect(steps.map((step) => step.kind)).toEqual(['reject'])
    }
    r.allocator.free(p)
    expect(r.steps(() => r.allocator.free(p)).map((step) => step.kind)).toEqual(['reject'])
    expect(r.notation()).toBe('(4096)')
  })
})

describe('buddy: splitting and merging', () => {
  it('halves a block until it fits, and merges it back', () => {
    const r = rig('buddy', SMALL)
    const split = r.steps(() => r.allocator.malloc(1000)).filter((step) => step.kind === 'split')
    expect(split.map((step) => step.remainderSize)).toEqual([2048, 1024])
    const p = r.process.brkStart + 16
    const merged = r.steps(() => r.allocator.free(p)).filter((step) => step.kind === 'coalesce')
    expect(merged.map((step) => step.size)).toEqual([2048, 4096])
    expect(r.notation()).toBe('(4096)')
  })

  it('says whose buddy is in use', () => {
    const r = rig('buddy', SMALL)
    const [a] = [r.allocator.malloc(1), r.allocator.malloc(1)]
    const note = r.steps(() => r.allocator.free(a)).find((step) => step.kind === 'note')
    expect(note).toMatchObject({ text: expect.stringMatching(/which is in use/) })
  })
})

describe('buddy: realloc', () => {
  it('gives upper halves back and takes them again', () => {
    const r = rig('buddy', SMALL)
    const p = r.allocator.malloc(2000)
    expect(r.allocator.realloc(p, 40)).toBe(p)
    expect(r.notation()).toBe('[64] (64) (128) (256) (512) (1024) (2048)')
    expect(r.allocator.realloc(p, 1000)).toBe(p)
    expect(r.notation()).toBe('[1024] (1024) (2048)')
    expect(r.problems()).toEqual([])
  })

  it('moves a block that is an upper half', () => {
    const r = rig('buddy', SMALL)
    const [a, b] = [r.allocator.malloc(1), r.allocator.malloc(1)]
    r.allocator.free(a)
    expect(r.allocator.realloc(b, 40)).not.toBe(b)
    expect(r.problems()).toEqual([])
  })
})

describe('buddy: pools', () => {
  it('double when all are full', () => {
    const r = rig('buddy', { pool: '4096' })
    for (let i = 0; i < 4; i++) r.allocator.malloc(4000)
    expect(r.notation()).toBe('[4096] [4096] [4096] [4096]')
    r.allocator.malloc(20000)
    expect(r.notation()).toBe('[4096] [4096] [4096] [4096] [32768]')
  })

  it('go on behind what the program has taken', () => {
    const r = rig('buddy', { pool: '4096', header: '0' })
    r.process.sbrk(100)
    r.allocator.malloc(4096)
    const p = r.allocator.malloc(4096)
    expect(p % 4096).toBe(0)
    r.allocator.free(p)
    expect(r.notation()).toBe('[4096] (4096)')
    expect(r.problems()).toEqual([])
  })

  it('cannot begin where memory is refused', () => {
    const r = rig('buddy', { pool: '1048576', growth: 'none' }, { dataLimit: 65536 })
    expect(r.allocator.malloc(1)).toBe(0)
    expect(r.process.errno).toBe(ENOMEM)
  })

  it('refuse what no address space holds', () => {
    const r = rig('buddy')
    expect(r.allocator.malloc(2 ** 47)).toBe(0)
    expect(r.process.errno).toBe(ENOMEM)
  })
})

describe('buddy: fields', () => {
  it.each(HEADERS)('decode mark and links with header %s', (header) => {
    const r = rig('buddy', { ...SMALL, header })
    r.allocator.malloc(1)
    expect(r.allocator.fields(r.process.brkStart)[0]).toMatchObject({ value: 'order 5 (32 bytes), in use' })
    expect(r.allocator.fields(r.process.brkStart + 32).map((field) => field.value)).toEqual([
      'order 5 (32 bytes), free',
      '0x0',
      '0x0',
    ])
  })
})

describe.each(HEADERS)('buddy: the heap checker names, header %s', (header) => {
  const size = Number(header)
  /** Writes the mark of a block of the first pool. */
  const mark = (r: Rig, at: number, value: number) => {
    const { memory, brkStart } = r.process
    if (size === 0) memory.store8(brkStart + 4096 + at / 32, value)
    else memory.store64(brkStart + at, value)
  }

  /** [32] (32) [32] (32) [32] (32) (64) (256) (512) (1024) (2048); the list of 32 bytes is 96, 32, 160. */
  it.each<[string, (r: Rig) => void]>([
    ['mark', (r) => mark(r, 32, 0)],
    ['mark', (r) => mark(r, 32, 6)],
    ['mark', (r) => mark(r, 2048, 12)],
    ['mark', (r) => r.process.memory.store64(r.process.staticStart + 8, 64)],
    ['uncoalesced', (r) => mark(r, 0, 5)],
    ['lost', (r) => mark(r, 0, 5)],
    ['list link', (r) => mark(r, 32, 0x45)],
    ['list link', (r) => r.process.memory.store64(r.process.brkStart + 96 + size, 7)],
    ['previous link', (r) => r.process.memory.store64(r.process.brkStart + 32 + size + 8, 0)],
    [
      'wrong list',
      (r) => r.process.memory.store64(r.process.staticStart + 512 + 40, r.process.brkStart + 192),
    ],
  ])('%s', (invariant, damage) => {
    const r = rig('buddy', { ...SMALL, header })
    const p = [0, 1, 2, 3, 4].map(() => r.allocator.malloc(1))
    r.allocator.free(p[1]!)
    r.allocator.free(p[3]!)
    expect(r.notation()).toBe('[32] (32) [32] (32) [32] (32) (64) (256) (512) (1024) (2048)')
    expect(r.problems()).toEqual([])
    damage(r)
    expect(r.problems().map((problem) => problem.invariant)).toContain(invariant)
    r.allocator.walkLists(() => true)
  })
})

describe('buddy: the heap checker', () => {
  it('names a moved payload whose word was overwritten', () => {
    const r = rig('buddy')
    const p = r.allocator.memalign(256, 10)
    r.process.memory.store64(p - 16, 0)
    expect(r.problems().map((problem) => problem.invariant)).toEqual(['moved payload'])
  })
})
