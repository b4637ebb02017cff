import { describe, expect, it } from 'vitest'
import { ENOMEM } from '../../../../src/engine/kernel/index.ts'
import { type Rig, rig } from '../../../support/rig.ts'

/** Payloads as offsets from the first program break. */
function at(r: Rig, payload: number): number {
  return payload - r.process.brkStart
}

describe('K&R: the figures of the course', () => {
  it('cuts from the tail of one area of 1,024 units', () => {
    const r = rig('kr')
    expect(at(r, r.allocator.malloc(100))).toBe(16272)
    expect(r.process.programBreak - r.process.brkStart).toBe(16384)
    expect(at(r, r.allocator.malloc(100))).toBe(16144)
    expect(at(r, r.allocator.malloc(24))).toBe(16096)
    expect(r.notation()).toBe('(16080) [48] [128] [128]')
  })

  it('finds a freed block at once, though 1,005 units lie free below', () => {
    const r = rig('kr')
    r.allocator.malloc(100)
    const b = r.allocator.malloc(100)
    r.allocator.malloc(24)
    r.allocator.free(b)
    r.context.stats.probes = 0
    expect(r.allocator.malloc(100)).toBe(b)
    expect(r.context.stats.probes).toBe(1)
  })
})

describe('K&R: free', () => {
  const three = () => {
    const r = rig('kr', { nalloc: 12 })
    const blocks = [r.allocator.malloc(48), r.allocator.malloc(48), r.allocator.malloc(48)] as const
    expect(r.notation()).toBe('[64] [64] [64]')
    return { r, c: blocks[0], b: blocks[1], a: blocks[2] }
  }

  it('joins the block behind', () => {
    const { r, a, b } = three()
    r.allocator.free(b)
    r.allocator.free(a)
    expect(r.notation()).toBe('(128) [64]')
  })

  it('joins the block in front', () => {
    const { r, a, b } = three()
    r.allocator.free(a)
    r.allocator.free(b)
    expect(r.notation()).toBe('(128) [64]')
  })

  it('joins both', () => {
    const { r, a, b, c } = three()
    r.allocator.free(a)
    r.allocator.free(c)
    const steps = r.steps(() => r.allocator.free(b))
    expect(r.notation()).toBe('(192)')
    expect(steps.find((step) => step.kind === 'coalesce')).toMatchObject({
      size: 192,
      freed: b - 16,
      parts: 3,
    })
  })

  it('of NULL does nothing, even before the first malloc', () => {
    const r = rig('kr')
    r.allocator.free(0)
    expect(r.process.syscalls).toBe(0)
  })
})

describe('K&R: realloc and memalign', () => {
  it('shrinks by giving the tail back', () => {
    const r = rig('kr', { nalloc: 1 })
    const p = r.allocator.malloc(200)
    expect(r.allocator.realloc(p, 40)).toBe(p)
    expect(r.notation()).toBe('[64] (160)')
  })

  it('grows into the free block behind', () => {
    const r = rig('kr', { nalloc: 1 })
    const p = r.allocator.malloc(200)
    r.allocator.realloc(p, 40)
    expect(r.allocator.realloc(p, 100)).toBe(p)
    expect(r.notation()).toBe('[128] (96)')
    expect(r.allocator.realloc(p, 208)).toBe(p)
    expect(r.notation()).toBe('[224]')
    expect(r.problems()).toEqual([])
  })

  it('gives the bytes before and behind an aligned block back', () => {
    const r = rig('kr')
    const p = r.allocator.memalign(256, 100)
    expect(p % 256).toBe(0)
    expect(r.notation()).toBe('(16112) [128] (144)')
  })
})

describe('K&R: the heap', () => {
  it('refuses what no address space holds', () => {
    const r = rig('kr')
    expect(r.allocator.malloc(2 ** 50)).toBe(0)
    expect(r.process.errno).toBe(ENOMEM)
  })

  it('goes on in a new area when the program has moved the break', () => {
    const r = rig('kr', { nalloc: 4 })
    r.allocator.malloc(48)
    r.process.sbrk(100)
    const q = r.allocator.malloc(48)
    expect(at(r, q)).toBe(208)
    expect(q % 16).toBe(0)
    expect(r.notation()).toBe('[64] [64]')
    r.allocator.free(q)
    expect(r.notation()).toBe('[64] (64)')
    expect(r.problems()).toEqual([])
  })

  it('tells the search as next fit', () => {
    const r = rig('kr')
    r.allocator.malloc(100)
    const kinds = r.steps(() => r.allocator.malloc(100)).map((step) => step.kind)
    expect(kinds).toEqual(['request', 'visit', 'choose', 'split', 'note'])
  })

  it('decodes a header', () => {
    const r = rig('kr')
    const p = r.allocator.malloc(100)
    expect(r.allocator.fields(p - 16)[1]).toMatchObject({ label: 'size', value: '8 units (128 bytes)' })
  })
})

describe('K&R: the heap checker names', () => {
  /** (64) [64] (64) [64] … with `statics` and the two free blocks. */
  const broken = (damage: (r: Rig, low: number, high: number) => void) => {
    const r = rig('kr', { nalloc: 16 })
    const [, high, , low] = [48, 48, 48, 48].map((size) => r.allocator.malloc(size))
    r.allocator.free(low!)
    r.allocator.free(high!)
    expect(r.notation()).toBe('(64) [64] (64) [64]')
    expect(r.problems()).toEqual([])
    damage(r, low! - 16, high! - 16)
    return r.problems().map((problem) => problem.invariant)
  }

  it.each<[string, (r: Rig, low: number, high: number) => void]>([
    ['size', (r, low) => r.process.memory.store64(low + 8, 0)],
    ['size', (r, low) => r.process.memory.store64(low + 8, 2 ** 40)],
    ['list link', (r, low) => r.process.memory.store64(low, 0)],
    ['list link', (r, low) => r.process.memory.store64(low, low + 8)],
    ['order', (r, low, high) => r.process.memory.store64(high, low)],
    ['order', (r, low) => r.process.memory.store64(low, low)],
    ['list block', (r, low) => r.process.memory.store64(low, low + 80)],
    ['uncoalesced', (r, low) => r.process.memory.store64(low + 8, 8)],
    ['freep', (r, low) => r.process.memory.store64(r.process.staticStart + 16, low + 64)],
    ['base', (r) => r.process.memory.store64(r.process.staticStart + 8, 1)],
    ['area', (r) => r.process.memory.store64(r.process.staticStart + 32, 1)],
  ])('%s', (invariant, damage) => {
    expect(broken(damage)).toContain(invariant)
  })

  it('nothing twice, however the list runs', () => {
    const r = rig('kr')
    const p = r.allocator.malloc(100)
    r.process.memory.store64(r.process.brkStart, p - 16)
    r.process.memory.store64(p - 16, p - 16)
    expect(r.allocator.walkLists(() => true)).not.toBeNull()
  })
})
