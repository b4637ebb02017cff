import { describe, expect, it } from 'vitest'
import { CLASSES } from '../../../../src/engine/allocators/segregated/classes.ts'
import { ENOMEM } from '../../../../src/engine/kernel/index.ts'
import { type Rig, rig } from '../../../support/rig.ts'

const BOTH = ['fine', 'power-of-two']

describe('segregated fits: classes', () => {
  it.each(BOTH)('%s: every size lies between the bounds of its bin', (name) => {
    const classes = CLASSES[name]!
    for (let size = 32; size < 2 ** 48; size = Math.ceil((size * 1.3) / 16) * 16) {
      const bin = classes.binOf(size)
      expect(classes.lowest(bin)).toBeLessThanOrEqual(size)
      if (bin + 1 < classes.count) expect(classes.lowest(bin + 1)).toBeGreaterThan(size)
      expect(classes.binOf(classes.lowest(bin))).toBe(bin)
    }
    expect(classes.binOf(2 ** 47 + 48)).toBeLessThan(classes.count)
  })

  it('are named by their sizes', () => {
    const names = rig('segregated').allocator.listNames
    expect(names.slice(0, 2)).toEqual(['32 bytes', '48 bytes'])
    expect(names[62]).toBe('1024 to 1264 bytes')
    expect(rig('segregated', { classes: 'power-of-two' }).allocator.listNames[1]).toBe('64 to 112 bytes')
  })
})

describe('segregated fits: the search', () => {
  it.each(BOTH)('%s: looks at no chunk of a lower class', (classes) => {
    const r = rig('segregated', { classes })
    const p = Array.from({ length: 64 }, () => r.allocator.malloc(48))
    for (let i = 0; i < 64; i += 2) r.allocator.free(p[i]!)
    r.context.stats.probes = 0
    expect(r.allocator.malloc(200) - p[0]!).toBe(64 * 64)
    expect(r.context.stats.probes).toBe(0)
  })

  it('takes the first that fits in its own class', () => {
    const r = rig('segregated', { classes: 'power-of-two' })
    const [small, , large] = [96, 16, 48, 16].map((size) => r.allocator.malloc(size))
    r.allocator.free(small!)
    r.allocator.free(large!)
    const steps = r.steps(() => expect(r.allocator.malloc(80)).toBe(small))
    expect(steps.map((step) => step.kind)).toEqual([
      'request',
      'visit',
      'visit',
      'choose',
      'unlink',
      'mark',
      'whole',
    ])
  })

  it('takes the newest of the next class that has any', () => {
    const r = rig('segregated')
    const a = r.allocator.malloc(500)
    r.allocator.malloc(16)
    r.allocator.free(a)
    expect(r.allocator.malloc(16)).toBe(a)
    expect(r.notation()).toBe('[32] (496) [32]')
    expect(r.context.stats.probes).toBe(1)
  })
})

describe('segregated fits: the heap', () => {
  it('grows by what is missing behind the last free chunk', () => {
    const r = rig('segregated')
    r.allocator.free(r.allocator.malloc(100))
    r.allocator.malloc(200)
    expect(r.notation()).toBe('[224]')
    expect(r.process.programBreak - r.process.brkStart).toBe(240)
  })

  it('grows by a multiple of the increment', () => {
    const r = rig('segregated', { growth: 4096 })
    r.allocator.malloc(100)
    expect(r.notation()).toBe('[128] top(3968)')
  })

  it('leaves a gap where the program has moved the break', () => {
    const r = rig('segregated')
    r.allocator.malloc(16)
    r.process.sbrk(40)
    const b = r.allocator.malloc(16)
    expect(b % 16).toBe(0)
    expect(r.notation()).toBe('[32] [32]')
    r.allocator.free(b)
    expect(r.notation()).toBe('[32] top(32)')
    expect(r.problems()).toEqual([])
  })

  it('refuses what no address space holds', () => {
    const r = rig('segregated')
    expect(r.allocator.malloc(2 ** 50)).toBe(0)
    expect(r.process.errno).toBe(ENOMEM)
  })
})

describe('segregated fits: free and realloc', () => {
  it('merges with both neighbours', () => {
    const r = rig('segregated')
    const [a, b, c] = [r.allocator.malloc(48), r.allocator.malloc(48), r.allocator.malloc(48)]
    r.allocator.malloc(16)
    r.allocator.free(a)
    r.allocator.free(c)
    const steps = r.steps(() => r.allocator.free(b))
    expect(steps.map((step) => step.kind)).toEqual(['unlink', 'unlink', 'coalesce', 'link'])
    expect(r.notation()).toBe('(192) [32]')
  })

  it('grows into the next chunk, and at the end over the break', () => {
    const r = rig('segregated')
    const [p, q] = [r.allocator.malloc(100), r.allocator.malloc(100)]
    r.allocator.free(q)
    expect(r.allocator.realloc(p, 150)).toBe(p)
    expect(r.notation()).toBe('[176] top(80)')
    expect(r.allocator.realloc(p, 1000)).toBe(p)
    expect(r.notation()).toBe('[1024]')
    expect(r.allocator.realloc(p, 40)).toBe(p)
    expect(r.notation()).toBe('[64] top(960)')
    expect(r.problems()).toEqual([])
  })

  it('frees what lies around an aligned block', () => {
    const r = rig('segregated')
    const p = r.allocator.memalign(256, 40)
    expect(p % 256).toBe(0)
    expect(r.notation()).toBe('(240) [64] top(48)')
  })

  it('decodes tags and links', () => {
    const r = rig('segregated')
    const p = r.allocator.malloc(16)
    r.allocator.free(p)
    expect(r.allocator.fields(p - 8).map((field) => field.value)).toEqual([
      '32 bytes, free',
      '0x0',
      '0x0',
      '32 bytes, free',
    ])
  })
})

describe('segregated fits: the heap checker names', () => {
  /** [32] (64) [32] (64) [32]; `low` is the chunk of the first free one, `high` of the other, linked high -> low. */
  it.each<[string, (r: Rig, low: number, high: number) => void]>([
    ['size', (r, low) => r.process.memory.store64(low, 2 ** 30)],
    ['size', (r) => r.process.memory.store64(r.process.staticStart + 8, 8)],
    ['footer', (r, low) => r.process.memory.store64(low + 56, 65)],
    ['uncoalesced', (r, low) => r.process.memory.store64(low + 64, 32)],
    ['prologue', (r, low) => r.process.memory.store64(low - 40, 0)],
    ['epilogue', (r, _, high) => r.process.memory.store64(high + 96, 0)],
    ['list link', (r, low, high) => r.process.memory.store64(high + 8, low + 64)],
    ['list link', (r, low, high) => r.process.memory.store64(low + 8, high)],
    ['previous link', (r, low) => r.process.memory.store64(low + 16, 0)],
    ['lost', (r, _, high) => r.process.memory.store64(high + 8, 0)],
    ['bitmap', (r) => r.process.memory.store32(r.process.staticStart + 16, 0)],
    ['wrong bin', (r, low) => r.process.memory.store64(r.process.staticStart + 48, low)],
  ])('%s', (invariant, damage) => {
    const r = rig('segregated')
    const [, low, , high] = [16, 48, 16, 48, 16].map((size) => r.allocator.malloc(size))
    r.allocator.free(low!)
    r.allocator.free(high!)
    expect(r.notation()).toBe('[32] (64) [32] (64) [32]')
    expect(r.problems()).toEqual([])
    damage(r, low! - 8, high! - 8)
    expect(r.problems().map((problem) => problem.invariant)).toContain(invariant)
    r.allocator.walkLists(() => true)
  })
})
